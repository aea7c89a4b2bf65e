package io.shedwatch.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.settings.SettingsTable;
import io.shedwatch.testkit.GeneratedDocument;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class SettingsDocumentTest {
  @Test
  void theDocumentSaysWhatTheCodeDoes() throws IOException {
    GeneratedDocument document = GeneratedDocument.of("configuration.md");
    document.bringUpToDate("settings", SettingsTable.markdown(RoomSettings.class));
    assertThat(document.part("settings"))
        .as("run with -Ddocs.write=true to bring docs/configuration.md up to date")
        .isEqualTo(SettingsTable.markdown(RoomSettings.class).strip());
  }
}
