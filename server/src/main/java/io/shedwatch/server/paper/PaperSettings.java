package io.shedwatch.server.paper;

import io.shedwatch.server.settings.Setting;
import java.util.Optional;

/** What is printed beside what the server knows. */
public record PaperSettings(
    @Setting(
            key = "HOTLINE",
            says =
                "Telephone of the property management, printed on the sheets of sheds and on the"
                    + " notice for the lift lobby, at most 40 characters; without it they have no"
                    + " such line.")
        Optional<String> hotline) {
  private static final int MOST_CHARACTERS = 40;

  public PaperSettings {
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
