package io.shedwatch.server.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes a record from the values of its components, in their order. */
final class Records {
  private Records() {}

  /**
   * @throws IllegalArgumentException as the record's own check threw it
   */
  static <R extends Record> R make(Class<R> type, @Nullable Object[] values) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException("settings record " + type.getName(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("settings record " + type.getName(), e);
    }
  }
}
