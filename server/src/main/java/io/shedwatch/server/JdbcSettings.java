package io.shedwatch.server;

import io.shedwatch.server.settings.Secret;
import io.shedwatch.server.settings.Setting;
import java.util.Optional;

/** Where everything but readings is kept. */
record JdbcSettings(
    @Setting(
            key = "JDBC_URL",
            says =
                "PostgreSQL 15 or newer, as `jdbc:postgresql://host:5432/shedwatch`; without it an"
                    + " H2 file in the data folder.")
        Optional<String> url,
    @Setting(key = "JDBC_USER", says = "User of that database.") Optional<String> user,
    @Setting(key = "JDBC_PASSWORD", says = "Password of that user.") Optional<Secret> password,
    @Setting(
            key = "JDBC_CONNECTIONS",
            byDefault = "8",
            min = 2,
            max = 64,
            says = "Connections at most; what needs one more waits.")
        int connections) {

  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String H2 = "jdbc:h2:";

  JdbcSettings {
    url.filter(text -> !text.startsWith(POSTGRESQL) && !text.startsWith(H2))
        .ifPresent(
            text -> {
              throw new IllegalArgumentException(
                  "SHEDWATCH_JDBC_URL: must begin with " + POSTGRESQL);
            });
  }
}
