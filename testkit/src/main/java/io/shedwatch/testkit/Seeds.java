package io.shedwatch.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A law that holds for every seed: the method has one {@code long} parameter and draws all its
 * chance from {@code new Random(seed)}.
 *
 * <p>Runs with the seeds 1 to {@link #value}; {@code -Dseed=N} replays the one that failed.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "-Dseed={0}")
@ArgumentsSource(SeedsProvider.class)
public @interface Seeds {
  /** How many seeds. */
  int value() default 200;
}
