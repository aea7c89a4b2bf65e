package io.shedwatch.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.RelayPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileResetsTest {
  @TempDir private Path folder;
  private final Stage stage = new Stage(3);

  @Test
  void aFileInTheSpoolsFolderResetsASocketAndIsGone() throws IOException {
    FileResets resets = new FileResets(folder, stage.loop());
    stage.celsius[1] = 80;
    stage.pass(4);
    stage.celsius[1] = 40;
    assertThat(stage.relay(1).position()).isEqualTo(RelayPosition.OPEN);

    Files.createFile(folder.resolve("reset-1"));
    Files.createFile(folder.resolve("reset-nonsense"));
    resets.look();
    stage.pass(2);

    assertThat(stage.relay(1).position()).isEqualTo(RelayPosition.CLOSED);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aYoungBoxHadAPowerCut() throws IOException {
    Path uptime = folder.resolve("uptime");
    Files.writeString(uptime, "42.13 80.02\n");
    assertThat(FileUptime.start(uptime)).isEqualTo(ShedParts.Start.AFTER_POWER_CUT);
    Files.writeString(uptime, "86400.13 80.02\n");
    assertThat(FileUptime.start(uptime)).isEqualTo(ShedParts.Start.AGENT_ONLY);
    assertThat(FileUptime.start(folder.resolve("absent"))).isEqualTo(ShedParts.Start.AGENT_ONLY);
  }
}
