package io.shedwatch.edge.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One setting: its unit, its default, its bounds, and one sentence. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
@interface Setting {
  /** One sentence. */
  String says();

  /** As in {@code s}; empty for words and counts. */
  String unit() default "";

  /** As it would be written; {@link #REQUIRED}: the setting must be given. */
  String standard() default REQUIRED;

  /** Of a number, included. */
  double least() default Double.NEGATIVE_INFINITY;

  /** Of a number, included. */
  double most() default Double.POSITIVE_INFINITY;

  /** That the whole of a word must match; empty: any. */
  String matches() default "";

  /** What stands for no default. */
  String REQUIRED = "\0";
}
