package io.shedwatch.edge.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The settings as a table for people, made from the records themselves. */
public final class SettingsTable {
  private static final long WHOLE = 1_000_000_000_000L;

  private final StringBuilder table = new StringBuilder();

  /** Where the keys of a record stand that occurs in several places. */
  private final Map<Class<?>, String> shown = new HashMap<>();

  private SettingsTable() {}

  /**
   * A Markdown table of every setting, one line each, in the order of the records. A record that
   * stands in several places has its keys at the first.
   */
  public static String markdown() {
    SettingsTable all = new SettingsTable();
    all.table.append("| key | default | bounds | what it says |\n|---|---|---|---|\n");
    all.rows(EdgeConfig.class, "");
    return all.table.toString();
  }

  private void rows(Class<?> type, String place) {
    for (RecordComponent component : type.getRecordComponents()) {
      Setting setting = Binder.setting(component);
      Type generic = component.getGenericType();
      String key = place + component.getName();
      Class<?> inner = component.getType();
      if (generic instanceof ParameterizedType parameters) {
        Type[] arguments = parameters.getActualTypeArguments();
        inner = (Class<?>) arguments[arguments.length - 1];
        if (inner.isRecord() && parameters.getRawType() != Optional.class) {
          key += arguments.length == 1 ? "[]" : ".NAME";
        }
      }
      boolean first = !inner.isRecord() || !shown.containsKey(inner);
      String says =
          first ? setting.says() : setting.says() + " Keys: as `" + shown.get(inner) + "`.";
      table.append(row(key, component.getType(), setting, says));
      if (inner.isRecord() && first) {
        shown.put(inner, key);
        rows(inner, key + ".");
      }
    }
  }

  private static String row(String key, Class<?> type, Setting setting, String says) {
    return "| `"
        + key
        + "` | "
        + standard(type, setting)
        + " | "
        + bounds(setting)
        + " | "
        + says
        + " |\n";
  }

  private static String standard(Class<?> type, Setting setting) {
    if (type == Optional.class) {
      return "none";
    }
    if (setting.standard().equals(Setting.REQUIRED)) {
      return "**must be given**";
    }
    if (setting.standard().isEmpty()) {
      return "empty";
    }
    String unit = setting.unit().isEmpty() ? "" : " " + setting.unit();
    return "`" + setting.standard() + "`" + unit;
  }

  /** As in {@code 1 to 247}. */
  static String bounds(Setting setting) {
    boolean least = setting.least() != Double.NEGATIVE_INFINITY;
    boolean most = setting.most() != Double.POSITIVE_INFINITY;
    if (!least && !most) {
      return setting.matches().isEmpty() ? "" : "`" + setting.matches().replace("|", "\\|") + "`";
    }
    String unit = setting.unit().isEmpty() ? "" : " " + setting.unit();
    return plain(setting.least()) + " to " + plain(setting.most()) + unit;
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < WHOLE
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** The word that stands for a constant in the file. */
  static String word(Object constant) {
    return String.valueOf(constant).toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
