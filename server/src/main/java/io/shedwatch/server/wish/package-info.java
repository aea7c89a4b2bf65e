/**
 * Wishes of residents: "tell me when a socket near me is free" and "tell me when my charge is
 * over", without a name.
 *
 * <p>In come wishes and what sheds show after their lanes committed; out goes what each wish has
 * come to, for whoever holds its token, and a word to the phone that asked for it, should its page
 * be closed. Loops of their own look at the sheds and tell; lanes never wait for them. Never done
 * here: an offer from a shed that is not heard, and anything kept of who asked.
 */
@NullMarked
package io.shedwatch.server.wish;

import org.jspecify.annotations.NullMarked;
