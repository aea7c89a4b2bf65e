/**
 * A town whose truth is known: residents by building, bikes with packs that empty, chargers with
 * the shapes that were measured, sheds with sockets, and what people do when every socket is taken.
 * In comes a map, habits and a seed; out go samples for simulated meters and the list of what
 * really happened. Runs on a virtual clock. Shares no code with any estimator: a truth that an
 * estimator helped to make proves nothing.
 */
@NullMarked
package io.shedwatch.simulation.town;

import org.jspecify.annotations.NullMarked;
