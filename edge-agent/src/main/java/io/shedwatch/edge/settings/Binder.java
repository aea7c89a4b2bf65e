package io.shedwatch.edge.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes records of what a YAML parser gives: maps, lists, words, numbers. */
final class Binder {
  private Binder() {}

  /**
   * A record of a map.
   *
   * @param place for messages
   */
  static <T> T bind(Class<T> type, Object value, String place) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new SettingsMistake(place, "expected keys with values, found " + shown(value));
    }
    RecordComponent[] components = type.getRecordComponents();
    refuseUnknown(map, components, place);
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      String key = components[i].getName();
      String here = place.isEmpty() ? key : place + "." + key;
      values[i] = component(components[i], Optional.ofNullable(map.get(key)), here);
    }
    return construct(type, types, values, place);
  }

  private static <T> T construct(Class<T> type, Class<?>[] types, Object[] values, String place) {
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException mistake) {
        throw new SettingsMistake(place, String.valueOf(mistake.getMessage()));
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void refuseUnknown(Map<?, ?> map, RecordComponent[] components, String place) {
    List<String> known = Arrays.stream(components).map(RecordComponent::getName).toList();
    for (Object key : map.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        String here = place.isEmpty() ? String.valueOf(key) : place + "." + key;
        throw new SettingsMistake(
            here, "unknown key; did you mean '" + Nearest.of(String.valueOf(key), known) + "'?");
      }
    }
  }

  private static Object component(RecordComponent component, Optional<?> given, String place) {
    Setting setting = setting(component);
    Type type = component.getGenericType();
    if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
      Type inner = generic.getActualTypeArguments()[0];
      return given.map(value -> value(inner, value, setting, place));
    }
    if (given.isPresent()) {
      return value(type, given.get(), setting, place);
    }
    if (!setting.standard().equals(Setting.REQUIRED)) {
      return standard(type, setting, place);
    }
    throw new SettingsMistake(place, "is missing: " + setting.says());
  }

  /** The annotation of a component; a record without it is our mistake. */
  static Setting setting(RecordComponent component) {
    Setting setting = component.getAnnotation(Setting.class);
    if (setting == null) {
      throw new IllegalStateException("no @Setting on " + component);
    }
    return setting;
  }

  private static Object standard(Type type, Setting setting, String place) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == List.class ? List.of() : Map.of();
    }
    if (type instanceof Class<?> plain && plain.isRecord()) {
      return bind(plain, Map.of(), place);
    }
    return scalar((Class<?>) type, setting.standard(), setting, place);
  }

  private static Object value(Type type, Object given, Setting setting, String place) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == List.class
          ? list(generic.getActualTypeArguments()[0], given, setting, place)
          : map(generic.getActualTypeArguments()[1], given, setting, place);
    }
    Class<?> plain = (Class<?>) type;
    return plain.isRecord() ? bind(plain, given, place) : scalar(plain, given, setting, place);
  }

  private static List<Object> list(Type of, Object given, Setting setting, String place) {
    if (!(given instanceof List<?> items)) {
      throw new SettingsMistake(place, "expected a list, found " + shown(given));
    }
    List<Object> values = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      values.add(value(of, items.get(i), setting, place + "[" + i + "]"));
    }
    return List.copyOf(values);
  }

  private static Map<String, Object> map(Type of, Object given, Setting setting, String place) {
    if (!(given instanceof Map<?, ?> entries)) {
      throw new SettingsMistake(place, "expected names with values, found " + shown(given));
    }
    Map<String, Object> values = new LinkedHashMap<>();
    entries.forEach(
        (key, entry) ->
            values.put(String.valueOf(key), value(of, entry, setting, place + "." + key)));
    return values;
  }

  private static Object scalar(Class<?> type, Object given, Setting setting, String place) {
    if (given instanceof Map || given instanceof List) {
      throw new SettingsMistake(place, "expected one value, found " + shown(given));
    }
    String text = String.valueOf(given).strip();
    if (type == boolean.class) {
      return switch (text) {
        case "true" -> true;
        case "false" -> false;
        default -> throw new SettingsMistake(place, "expected true or false, found " + text);
      };
    }
    if (type == int.class || type == Integer.class || type == double.class) {
      return number(type, text, setting, place);
    }
    if (type.isEnum()) {
      return word(type, text, place);
    }
    if (!setting.matches().isEmpty() && !text.matches(setting.matches())) {
      throw new SettingsMistake(
          place, "'" + text + "' does not match " + setting.matches() + ": " + setting.says());
    }
    return type == Path.class ? Path.of(text) : text;
  }

  private static Object number(Class<?> type, String text, Setting setting, String place) {
    boolean whole = type != double.class;
    double value;
    try {
      value = whole ? Integer.decode(text) : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new SettingsMistake(
          place, "expected a" + (whole ? " whole" : "") + " number, found '" + text + "'");
    }
    if (!(value >= setting.least() && value <= setting.most())) {
      throw new SettingsMistake(
          place, text + " is not within " + SettingsTable.bounds(setting) + ": " + setting.says());
    }
    if (whole) {
      return (int) value;
    }
    return value;
  }

  private static Object word(Class<?> type, String text, String place) {
    List<String> words = Arrays.stream(type.getEnumConstants()).map(SettingsTable::word).toList();
    int at = words.indexOf(text.toLowerCase(Locale.ROOT));
    if (at < 0) {
      throw new SettingsMistake(
          place, "expected one of " + String.join(", ", words) + ", found '" + text + "'");
    }
    return type.getEnumConstants()[at];
  }

  private static String shown(Object value) {
    String text = String.valueOf(value);
    return text.length() <= 40 ? "'" + text + "'" : "'" + text.substring(0, 40) + "...'";
  }
}
