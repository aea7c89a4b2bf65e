package io.shedwatch.server.settings;

import java.util.List;

/** What is wrong with the settings, all of it at once; the message is for the operator. */
public final class SettingsFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SettingsFault(List<String> faults) {
    super(String.join("\n", faults));
  }
}
