/**
 * Rules: what the server holds to be an alert, as pure classes with typed, versioned parameters.
 *
 * <p>In come readings in their order, facts about sheds and orders, and time; out go findings: an
 * alert begins, gets worse or ends, at a moment that depends on what was measured and not on when
 * anybody looked. The same classes judge live readings and stored ones. Never done here: telling
 * anybody, and deciding about power (the edge agent does).
 */
@NullMarked
package io.shedwatch.server.rule;

import org.jspecify.annotations.NullMarked;
