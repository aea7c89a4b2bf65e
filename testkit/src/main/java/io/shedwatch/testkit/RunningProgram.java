package io.shedwatch.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that a test started: its log is kept, and it ends with the test. */
public final class RunningProgram implements AutoCloseable {
  private final Process process;
  private final Path log;

  private RunningProgram(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  public static RunningProgram start(Path folder, String name, List<String> command)
      throws IOException {
    Path log = folder.resolve(name + ".out");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new RunningProgram(process, log);
  }

  /** Waits until the port answers; fails with the program's own words when it ends before. */
  public RunningProgram awaitPort(int port) {
    Await.until(
        "port " + port + " answers",
        Duration.ofSeconds(60),
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError("ended with " + process.exitValue() + ": " + said());
          }
          return Ports.accepts(port);
        });
    return this;
  }

  /** Waits for its end and fails with its own words when it was not a success. */
  public void awaitSuccess() throws IOException {
    Await.until("the end of process " + process.pid(), () -> !process.isAlive());
    if (process.exitValue() != 0) {
      throw new IllegalStateException("ended with " + process.exitValue() + ": " + said());
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean alive() {
    return process.isAlive();
  }

  /** After its end; 128 plus the signal's number when one ended it. */
  public int exitValue() {
    return process.exitValue();
  }

  /** What it printed so far. */
  public String said() throws IOException {
    return Files.exists(log) ? Files.readString(log) : "";
  }

  /** SIGKILL: no goodbye. */
  public void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    awaitEnd();
  }

  /** SIGTERM, then SIGKILL after ten seconds. */
  public void stop() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    }
  }

  /** SIGSTOP: alive, holding its port, saying nothing. */
  public void pause() {
    signal("STOP");
  }

  /** SIGCONT. */
  public void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      List<ProcessHandle> all =
          java.util.stream.Stream.concat(
                  java.util.stream.Stream.of(process.toHandle()), process.descendants())
              .toList();
      for (ProcessHandle one : all) {
        int exit =
            new ProcessBuilder("kill", "-" + name, Long.toString(one.pid())).start().waitFor();
        if (exit != 0) {
          throw new IllegalStateException("kill -" + name + " " + one.pid() + " said " + exit);
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void awaitEnd() {
    Await.until("process " + process.pid() + " ended", () -> !process.isAlive());
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      kill();
    }
  }
}
