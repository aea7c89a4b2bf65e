/**
 * What one message of a shed means: the pure step {@code (book, event) -> (next book,
 * consequences)}.
 *
 * <p>In come the book of one shed, as it was committed, and one event with its time; out go the
 * next book and what is to be committed with it. A book is a total value: it is a function of what
 * was received, so a crash costs nothing but the repetition of messages, and a repetition changes
 * nothing. Never done here: I/O, clocks, threads.
 */
@NullMarked
package io.shedwatch.server.intake.step;

import org.jspecify.annotations.NullMarked;
