package io.shedwatch.server.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Gathers raw settings: the environment wins over the file {@code application.yml} (in the working
 * directory, or the one that SHEDWATCH_CONFIG names). A secret may come from a file: {@code
 * SHEDWATCH_JDBC_PASSWORD_FILE=/run/secrets/jdbc}.
 */
public final class FileSettingsSource {
  static final String PREFIX = "SHEDWATCH_";
  private static final String CONFIG = "CONFIG";
  private static final String ROOT = "shedwatch";

  /** Settings are small; a larger file is a mistake and stops the start. */
  private static final int MAX_FILE_CODE_POINTS = 100_000;

  private FileSettingsSource() {}

  /**
   * All settings that were given, by their key without the prefix.
   *
   * @throws SettingsFault when the file cannot be read or holds something else than settings
   */
  public static Map<String, String> gather(Map<String, String> environment) {
    Map<String, String> fromEnvironment = new TreeMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX)) {
            fromEnvironment.put(name.substring(PREFIX.length()), value);
          }
        });
    Map<String, String> all = new TreeMap<>();
    @Nullable String config = fromEnvironment.remove(CONFIG);
    Path file = Path.of(config == null ? "application.yml" : config);
    if (config != null || Files.exists(file)) {
      all.putAll(fromFile(file));
    }
    all.putAll(fromEnvironment);
    return all;
  }

  /** A secret that a file holds, without the line's end that editors add. */
  static String secret(String file) throws IOException {
    return Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
  }

  private static Map<String, String> fromFile(Path file) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setCodePointLimit(MAX_FILE_CODE_POINTS);
    Object read;
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      read = new Yaml(new SafeConstructor(options)).load(text);
    } catch (IOException e) {
      throw new SettingsFault(List.of("cannot read the settings file " + file + ": " + e));
    } catch (YAMLException e) {
      throw new SettingsFault(List.of("settings file " + file + ": " + e.getMessage()));
    }
    if (!(read instanceof Map<?, ?> top)) {
      throw new SettingsFault(List.of("settings file " + file + " has no keys"));
    }
    List<String> faults = new ArrayList<>();
    Map<String, String> found = new TreeMap<>();
    top.forEach(
        (key, value) -> {
          if (!ROOT.equals(key)) {
            faults.add(
                "settings file "
                    + file
                    + ": unknown key '"
                    + key
                    + "'; the nearest is '"
                    + ROOT
                    + "', and all settings lie under it");
          } else if (value != null) {
            flatten("", value, found);
          }
        });
    if (!faults.isEmpty()) {
      throw new SettingsFault(faults);
    }
    return found;
  }

  private static void flatten(String path, Object value, Map<String, String> into) {
    if (value instanceof Map<?, ?> children) {
      children.forEach(
          (key, child) -> {
            String name = String.valueOf(key);
            String longer = path.isEmpty() ? name : path + "_" + name;
            if (child != null) {
              flatten(longer, child, into);
            }
          });
    } else {
      String key = path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
      into.put(key, String.valueOf(value));
    }
  }
}
