package io.shedwatch.server.settings;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns raw settings into a record of rooms' records. All faults are reported at once. */
public final class SettingsReader {
  /** A secret's key with this ending names a file whose content is the value. */
  static final String FILE_ENDING = "_FILE";

  private final Map<String, String> raw;
  private final List<String> faults = new ArrayList<>();

  private SettingsReader(Map<String, String> raw) {
    this.raw = raw;
  }

  /**
   * Reads {@code all}, a record whose components are the rooms' settings records.
   *
   * @param raw values by key without prefix, from {@link FileSettingsSource#gather}
   * @throws SettingsFault naming every unknown key and every value that does not fit
   */
  public static <R extends Record> R read(Class<R> all, Map<String, String> raw) {
    SettingsReader reader = new SettingsReader(new TreeMap<>(raw));
    reader.readSecretFiles(SettingsTable.keys(all));
    reader.refuseUnknown(SettingsTable.keys(all));
    List<Object> rooms = new ArrayList<>();
    for (RecordComponent room : all.getRecordComponents()) {
      rooms.add(reader.room(room.getType()));
    }
    if (!reader.faults.isEmpty()) {
      throw new SettingsFault(reader.faults);
    }
    return Records.make(all, rooms.toArray());
  }

  private void readSecretFiles(Map<String, RecordComponent> keys) {
    keys.forEach(
        (key, component) -> {
          @Nullable String file = raw.get(key + FILE_ENDING);
          if (file == null || !SettingValue.isSecret(component)) {
            return;
          }
          raw.remove(key + FILE_ENDING);
          try {
            raw.put(key, FileSettingsSource.secret(file));
          } catch (IOException e) {
            faults.add(named(key + FILE_ENDING) + ": cannot read the file: " + e);
          }
        });
  }

  private void refuseUnknown(Map<String, RecordComponent> keys) {
    for (String key : new TreeSet<>(raw.keySet())) {
      if (!keys.containsKey(key)) {
        String nearest = NearestKey.of(key, keys.keySet()).map(SettingsReader::named).orElse("-");
        faults.add(named(key) + ": no such setting; the nearest is " + nearest);
        raw.remove(key);
      }
    }
  }

  private Object room(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    boolean complete = true;
    for (int i = 0; i < components.length; i++) {
      Setting setting = SettingsTable.settingOf(components[i]);
      try {
        values[i] = SettingValue.parse(components[i], setting, raw.get(setting.key()));
      } catch (IllegalArgumentException e) {
        faults.add(named(setting.key()) + ": " + e.getMessage());
        complete = false;
      }
    }
    if (!complete) {
      return type; // Never used: the faults end the reading.
    }
    try {
      return Records.make(type.asSubclass(Record.class), values);
    } catch (IllegalArgumentException e) {
      faults.add(String.valueOf(e.getMessage()));
      return type;
    }
  }

  private static String named(String key) {
    return FileSettingsSource.PREFIX + key;
  }
}
