package io.shedwatch.edge.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The settings of one process: one or several sheds. */
public record EdgeConfig(
    @Setting(says = "The sheds of this process, each with a connection of its own.")
        List<ShedConfig> sheds,
    @Setting(standard = "", says = "Register maps of meters that are not among the ready ones.")
        Map<String, MapConfig> maps) {
  /** A file of more characters is a mistake; 180 sockets written out take a tenth of it. */
  private static final int MOST_CHARACTERS = 1_000_000;

  /** Repeated parts may be written once and referred to, within reason. */
  private static final int MOST_ALIASES = 1_000;

  public EdgeConfig {
    if (sheds.isEmpty()) {
      throw new IllegalArgumentException("sheds: at least one is needed");
    }
    Set<String> seen = new HashSet<>();
    Set<String> folders = new HashSet<>();
    for (ShedConfig shed : sheds) {
      if (!seen.add(shed.site() + "/" + shed.shed())) {
        throw new IllegalArgumentException("shed " + shed.shed() + " stands there twice");
      }
      if (!folders.add(shed.spool().folder().toAbsolutePath().normalize().toString())) {
        throw new IllegalArgumentException(
            "two sheds share the spool folder " + shed.spool().folder());
      }
      shed.refuseUnknownMaps(maps);
    }
  }

  /**
   * The settings that a text tells.
   *
   * @throws SettingsMistake with one sentence for the installer
   */
  public static EdgeConfig parse(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    Object loaded;
    try {
      loaded = new Yaml(new SafeConstructor(options)).load(yaml);
    } catch (YAMLException e) {
      throw new SettingsMistake("", "this is no YAML: " + e.getMessage());
    }
    if (loaded == null) {
      throw new SettingsMistake("", "the settings are empty");
    }
    return Binder.bind(EdgeConfig.class, loaded, "");
  }
}
