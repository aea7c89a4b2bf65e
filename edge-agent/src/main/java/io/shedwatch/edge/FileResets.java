package io.shedwatch.edge;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Resets by somebody at the box of a shed without a button: who may write into the spool's folder
 * drops an empty file {@code reset-3} for socket 3 there, or {@code reset-all} for the shed.
 */
public final class FileResets {
  private static final Logger LOG = LoggerFactory.getLogger(FileResets.class);
  private static final String PREFIX = "reset-";

  private final Path folder;
  private final AgentLoop loop;

  public FileResets(Path folder, AgentLoop loop) {
    this.folder = folder;
    this.loop = loop;
  }

  /** Looks, hands over what is there and removes it; called every few seconds by anybody. */
  public void look() {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path file : files) {
        Files.delete(file);
        ask(String.valueOf(file.getFileName()).substring(PREFIX.length()));
      }
    } catch (IOException e) {
      LOG.warn("resets=unread folder={} why={}", folder, e.toString());
    }
  }

  private void ask(String who) {
    if (who.equals("all")) {
      loop.resetAtTheShed(OptionalInt.empty());
    } else if (who.matches("\\d{1,3}")) {
      loop.resetAtTheShed(OptionalInt.of(Integer.parseInt(who)));
    } else {
      LOG.warn("resets=ignored folder={} file={}{}", folder, PREFIX, who);
    }
  }
}
