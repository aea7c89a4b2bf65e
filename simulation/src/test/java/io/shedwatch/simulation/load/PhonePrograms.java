package io.shedwatch.simulation.load;

import io.shedwatch.testkit.RunningProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Residents' phones, and a server that does nothing but answer them, each a process of its own.
 *
 * @param folder where they write what they say
 */
record PhonePrograms(Path folder) {
  /** Phones at whatever listens on that port. */
  RunningProgram phones(String name, int port, List<String> options) throws IOException {
    List<String> words =
        new ArrayList<>(List.of(HttpPhones.class.getName(), "--url", "http://127.0.0.1:" + port));
    words.addAll(options);
    return start(name, "-Xmx512m", words);
  }

  RunningProgram bareServer() throws IOException {
    return start("bare", "-Xmx64m", List.of(BareServer.class.getName()));
  }

  private RunningProgram start(String name, String heap, List<String> words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                LoadStage.java(),
                heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(words);
    return RunningProgram.start(folder, name, command);
  }
}
