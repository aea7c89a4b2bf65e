package io.shedwatch.server.site;

import io.shedwatch.server.settings.Setting;
import java.util.Optional;

/** How the property management is reached; told to everybody. */
public record ContactSettings(
    @Setting(
            key = "HOTLINE",
            says =
                "Telephone of the property management, printed on the sheets of sheds and on the"
                    + " notice for the lift lobby and shown where staff cut the power, at most 40"
                    + " characters; without it they have no such line.")
        Optional<String> hotline) {
  private static final int MOST_CHARACTERS = 40;

  public ContactSettings {
    hotline
        .filter(text -> text.length() > MOST_CHARACTERS || !text.matches(".*\\d.*"))
        .ifPresent(
            text -> {
              throw new IllegalArgumentException(
                  "SHEDWATCH_HOTLINE: must be a telephone number with at most "
                      + MOST_CHARACTERS
                      + " characters");
            });
  }
}
