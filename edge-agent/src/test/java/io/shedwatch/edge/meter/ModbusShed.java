package io.shedwatch.edge.meter;

import io.shedwatch.testkit.Needs;
import io.shedwatch.testkit.Ports;
import io.shedwatch.testkit.RunningProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Modbus TCP devices served by Debian's pymodbus. */
final class ModbusShed implements AutoCloseable {
  private static final Path SCRIPT = Path.of("src/test/resources/modbus_shed.py").toAbsolutePath();

  final int port = Ports.free();
  private final int controlPort = Ports.free();
  private final Path folder;
  private RunningProgram program;

  private ModbusShed(Path folder) throws IOException {
    this.folder = folder;
    this.program = launch();
  }

  static ModbusShed start(Path folder, String plan) throws IOException {
    Needs.program("python3", "/usr/bin/python3");
    if (!Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/pymodbus"))) {
      Needs.program("pymodbus (python3-pymodbus)", "/nowhere/pymodbus");
    }
    Files.writeString(folder.resolve("plan.json"), plan);
    return new ModbusShed(folder);
  }

  private RunningProgram launch() throws IOException {
    return RunningProgram.start(
            folder,
            "modbus",
            List.of(
                "/usr/bin/python3",
                SCRIPT.toString(),
                "--port",
                Integer.toString(port),
                "--control",
                Integer.toString(controlPort),
                "--plan",
                folder.resolve("plan.json").toString(),
                "--log",
                folder.resolve("coils.log").toString()))
        .awaitPort(port)
        .awaitPort(controlPort);
  }

  /** One line of the control port. */
  void tell(String line) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), controlPort)) {
      OutputStream out = socket.getOutputStream();
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String said = answer.readLine();
      if (!"ok".equals(said)) {
        throw new IOException(line + ": " + said);
      }
    }
  }

  /** Writes of coils so far, oldest first: {@code millis unit address on|off}. */
  List<String> coilWrites() throws IOException {
    return Files.readAllLines(folder.resolve("coils.log"));
  }

  void kill() {
    program.kill();
  }

  void restart() throws IOException {
    program = launch();
  }

  @Override
  public void close() {
    program.close();
  }
}
