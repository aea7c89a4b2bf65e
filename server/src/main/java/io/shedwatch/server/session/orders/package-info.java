/**
 * A charging vendor's past orders (CSV) as sessions, so that a new site has a pressure map on its
 * first day.
 *
 * <p>In: lines; out: sessions marked as imported, each under a natural key, so that the same file
 * twice changes nothing; a bad line is reported with its number and reason and the rest goes in.
 * Never done here: changing what was measured.
 */
@NullMarked
package io.shedwatch.server.session.orders;

import org.jspecify.annotations.NullMarked;
