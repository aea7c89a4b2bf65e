package io.shedwatch.edge.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Settings from a file. */
public final class FileEdgeConfig {
  private FileEdgeConfig() {}

  /**
   * Reads the settings.
   *
   * @throws SettingsMistake with one sentence for the installer, beginning with the file
   */
  public static EdgeConfig read(Path file) {
    try {
      return EdgeConfig.parse(Files.readString(file));
    } catch (IOException e) {
      throw new SettingsMistake("", file + " " + FileTrouble.what(e));
    } catch (SettingsMistake e) {
      throw new SettingsMistake(file.toString(), String.valueOf(e.getMessage()));
    }
  }
}
