/**
 * What a charge in a shed costs, against what a fly-line may cost. In come figures with their
 * sources from the settings and the energy of past sessions, out goes one small answer for
 * everybody. Never here: billing. Nobody is charged by these numbers.
 */
@NullMarked
package io.shedwatch.server.session.cost;

import org.jspecify.annotations.NullMarked;
