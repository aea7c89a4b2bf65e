package io.shedwatch.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Whether a field of an answer is always there, and whether it may be null. */
enum Presence {
  /** There, and with a value. */
  VALUE,
  /** There; null where there is nothing to say. */
  VALUE_OR_NULL,
  /** Left out where there is nothing to say. */
  VALUE_OR_NOTHING;

  private static final Set<Class<?>> OPTIONAL =
      Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  /** The fields of a shape in the order of its record, as they are written by this server. */
  static Map<String, Presence> of(Class<?> shape) {
    Map<String, Presence> fields = new LinkedHashMap<>();
    JsonInclude.Include ofAll =
        Optional.ofNullable(shape.getAnnotation(JsonInclude.class))
            .map(JsonInclude::value)
            .orElse(JsonInclude.Include.ALWAYS);
    for (RecordComponent component : shape.getRecordComponents()) {
      JsonInclude.Include here =
          Optional.ofNullable(component.getAccessor().getAnnotation(JsonInclude.class))
              .map(JsonInclude::value)
              .orElse(ofAll);
      fields.put(component.getName(), of(component.getType(), here));
    }
    return fields;
  }

  private static Presence of(Class<?> type, JsonInclude.Include include) {
    return switch (include) {
      case NON_EMPTY, NON_DEFAULT -> VALUE_OR_NOTHING;
      case NON_ABSENT, NON_NULL -> mayBeAbsent(type) ? VALUE_OR_NOTHING : VALUE;
      default -> mayBeAbsent(type) ? VALUE_OR_NULL : VALUE;
    };
  }

  static boolean mayBeAbsent(Class<?> type) {
    return OPTIONAL.contains(type);
  }
}
