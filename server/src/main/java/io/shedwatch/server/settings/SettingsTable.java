package io.shedwatch.server.settings;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks the settings records: for the reader, and for docs/configuration.md. */
public final class SettingsTable {
  private SettingsTable() {}

  /** Every key of every room, in the order of the records. */
  static Map<String, RecordComponent> keys(Class<? extends Record> all) {
    Map<String, RecordComponent> keys = new LinkedHashMap<>();
    for (RecordComponent room : all.getRecordComponents()) {
      for (RecordComponent component : room.getType().getRecordComponents()) {
        @Nullable RecordComponent twin = keys.put(settingOf(component).key(), component);
        if (twin != null) {
          throw new IllegalStateException("two settings share one key: " + component);
        }
      }
    }
    return keys;
  }

  static Setting settingOf(RecordComponent component) {
    @Nullable Setting setting = component.getAnnotation(Setting.class);
    if (setting == null) {
      throw new IllegalStateException("a setting without @Setting: " + component);
    }
    return setting;
  }

  /** The settings as Markdown: one section a room, one row a setting. */
  public static String markdown(Class<? extends Record> all) {
    StringBuilder out = new StringBuilder();
    for (RecordComponent room : all.getRecordComponents()) {
      out.append("\n## ").append(room.getName()).append("\n\n");
      out.append(
          "| environment | file | default | allowed | what it is |\n|---|---|---|---|---|\n");
      for (RecordComponent component : room.getType().getRecordComponents()) {
        Setting setting = settingOf(component);
        out.append("| `").append(FileSettingsSource.PREFIX).append(setting.key());
        out.append("` | `shedwatch.").append(fileKey(setting.key()));
        out.append("` | ").append(byDefault(component, setting));
        out.append(" | ").append(allowed(component, setting));
        out.append(" | ").append(setting.says()).append(" |\n");
      }
    }
    return out.toString();
  }

  private static String fileKey(String key) {
    return key.toLowerCase(Locale.ROOT).replace('_', '.');
  }

  private static String byDefault(RecordComponent component, Setting setting) {
    if (component.getType() == Optional.class || setting.byDefault().isEmpty()) {
      return "none";
    }
    String unit = setting.unit().isEmpty() ? "" : " " + setting.unit();
    return "`" + setting.byDefault() + "`" + unit;
  }

  private static String allowed(RecordComponent component, Setting setting) {
    if (setting.oneOf().length > 0) {
      return "`" + String.join("`, `", setting.oneOf()) + "`";
    }
    Class<?> type = component.getType();
    if (type == int.class || type == long.class) {
      return setting.min() + " to " + setting.max();
    }
    if (SettingValue.isSecret(component)) {
      return "secret, or `…" + SettingsReader.FILE_ENDING + "`";
    }
    String generic = component.getGenericType().getTypeName();
    if (generic.contains("BigDecimal")) {
      return Math.max(0, setting.min()) + " to " + setting.max();
    }
    if (generic.contains("URI")) {
      return "address";
    }
    return generic.contains("Path") ? "path" : type == boolean.class ? "true, false" : "text";
  }
}
