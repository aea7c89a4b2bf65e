package io.shedwatch.server;

import io.shedwatch.contract.ScaledTime;
import io.shedwatch.server.settings.Setting;
import java.nio.file.Path;
import java.util.Optional;

/** What concerns the server as a whole. */
record ServerSettings(
    @Setting(
            key = "DATA",
            byDefault = "./data",
            says =
                "Folder of everything the server keeps by itself: the H2 database, SQLite"
                    + " readings, the embedded broker's journal, spools.")
        Path data,
    @Setting(
            key = "CLOCK",
            says =
                "For demos and tests only: `<startMillis>@<factor>` runs the clock faster; agents"
                    + " and server must be given the same.")
        Optional<String> clock) {
  ServerSettings {
    clock.ifPresent(ScaledTime::parse); // Says what is wrong before anything starts.
  }

  ScaledTime time() {
    return clock.map(ScaledTime::parse).orElse(ScaledTime.REAL);
  }
}
