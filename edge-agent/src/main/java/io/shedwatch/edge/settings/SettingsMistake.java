package io.shedwatch.edge.settings;

/** The settings cannot be used; the message is one sentence for the installer. */
public final class SettingsMistake extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * A mistake.
   *
   * @param place as in {@code sheds[0].mqtt.url}; empty: the whole file
   */
  SettingsMistake(String place, String what) {
    super(place.isEmpty() ? what : place + ": " + what);
  }
}
