package io.shedwatch.server.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One value: text in, the component's type out. */
final class SettingValue {
  private SettingValue() {}

  static boolean isSecret(RecordComponent component) {
    return component.getType() == Optional.class && typeInside(component) == Secret.class;
  }

  /**
   * The value of the component; blank text counts as not set.
   *
   * @throws IllegalArgumentException with a message that says what would fit
   */
  static Object parse(RecordComponent component, Setting setting, @Nullable String given) {
    boolean set = given != null && !given.isBlank();
    if (component.getType() == Optional.class) {
      return set
          ? Optional.of(typed(typeInside(component), setting, text(given)))
          : Optional.empty();
    }
    return typed(component.getType(), setting, set ? text(given) : setting.byDefault());
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }

  private static Class<?> typeInside(RecordComponent component) {
    if (component.getGenericType() instanceof ParameterizedType optional
        && optional.getActualTypeArguments()[0] instanceof Class<?> inside) {
      return inside;
    }
    throw new IllegalStateException("not an Optional of a plain type: " + component);
  }

  private static Object typed(Class<?> type, Setting setting, String text) {
    if (type == int.class) {
      return Math.toIntExact(number(setting, text, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    if (type == long.class) {
      return number(setting, text, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    if (type == BigDecimal.class) {
      return decimal(setting, text);
    }
    if (type == boolean.class) {
      return truth(text);
    }
    if (type == String.class) {
      return word(setting, text);
    }
    if (type == Path.class) {
      return Path.of(text);
    }
    if (type == Secret.class) {
      return new Secret(text);
    }
    if (type == URI.class) {
      return uri(text);
    }
    throw new IllegalStateException("no setting can be a " + type.getName());
  }

  private static long number(Setting setting, String text, long least, long greatest) {
    long min = Math.max(setting.min(), least);
    long max = Math.min(setting.max(), greatest);
    String unit = setting.unit().isEmpty() ? "" : " " + setting.unit();
    String fits = "a whole number from " + min + " to " + max + unit;
    try {
      long number = Long.parseLong(text);
      if (number < min || number > max) {
        throw new IllegalArgumentException("must be " + fits + ": " + text);
      }
      return number;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("must be " + fits + ": " + text, e);
    }
  }

  private static BigDecimal decimal(Setting setting, String text) {
    long min = Math.max(0, setting.min());
    String unit = setting.unit().isEmpty() ? "" : " " + setting.unit();
    String fits = "a number from " + min + " to " + setting.max() + unit;
    try {
      BigDecimal number = new BigDecimal(text);
      boolean inside =
          number.compareTo(BigDecimal.valueOf(min)) >= 0
              && number.compareTo(BigDecimal.valueOf(setting.max())) <= 0;
      if (!inside) {
        throw new IllegalArgumentException("must be " + fits + ": " + text);
      }
      return number;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("must be " + fits + ": " + text, e);
    }
  }

  private static boolean truth(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!lower.equals("true") && !lower.equals("false")) {
      throw new IllegalArgumentException("must be true or false: " + text);
    }
    return lower.equals("true");
  }

  private static String word(Setting setting, String text) {
    List<String> words = Arrays.asList(setting.oneOf());
    if (!words.isEmpty() && !words.contains(text)) {
      throw new IllegalArgumentException("must be one of " + words + ": " + text);
    }
    return text;
  }

  private static URI uri(String text) {
    URI uri = URI.create(text);
    if (!uri.isAbsolute() || uri.getHost() == null) {
      throw new IllegalArgumentException("must be an address like http://host:port: " + text);
    }
    return uri;
  }
}
