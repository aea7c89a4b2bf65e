package io.shedwatch.server.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One setting: a component of a room's settings record. The type is one of int, long, boolean,
 * String, Path, BigDecimal, or an Optional of String, URI, Path, BigDecimal or {@link Secret}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  /**
   * The name without its prefix: {@code HTTP_PORT} is SHEDWATCH_HTTP_PORT and shedwatch.http.port.
   */
  String key();

  /** One sentence for docs/configuration.md. */
  String says();

  /** Taken when nothing is set; an Optional has none. */
  String byDefault() default "";

  /** Unit of a number. */
  String unit() default "";

  /** Least number allowed. */
  long min() default Long.MIN_VALUE;

  /** Greatest number allowed. */
  long max() default Long.MAX_VALUE;

  /** The words allowed; empty: any. */
  String[] oneOf() default {};
}
