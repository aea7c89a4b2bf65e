package io.shedwatch.server.incident.chain;

import io.shedwatch.server.incident.EventHash;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code verify-log}: proves an exported log without a server, a database or a network.
 *
 * <p>Exit codes: 0 nothing found, 1 something found, 2 not understood or not readable.
 */
public final class FileVerifyLog {
  public static final String COMMAND = "verify-log";

  private static final String USAGE =
      """
      usage: verify-log FILE.jsonl [--anchor HASH|FILE]... [--files FOLDER]
        --anchor  a hash that was kept, an earlier export, or a text with hashes in it
        --files   photos and evidence packs, named by their digests""";

  private static final Pattern HASH = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

  /** More is no list of photos. */
  private static final int MOST_FILES = 100_000;

  private FileVerifyLog() {}

  /** What was asked for. */
  private record Asked(Path log, Set<String> kept, Optional<Path> files) {}

  /**
   * Runs the command.
   *
   * @param arguments those after the command's name
   * @return the exit code
   */
  public static int run(List<String> arguments, PrintStream out) {
    Optional<Asked> asked = Optional.empty();
    try {
      asked = read(arguments);
      if (asked.isEmpty()) {
        out.println(USAGE);
        return 2;
      }
      Verdict verdict = verify(asked.get().log(), asked.get().kept(), asked.get().files());
      print(verdict, asked.get().kept().size(), out);
      return verdict.whole() ? 0 : 1;
    } catch (IOException e) {
      out.println("cannot read: " + e.getMessage());
      return 2;
    }
  }

  private static Optional<Asked> read(List<String> arguments) throws IOException {
    Optional<Path> log = Optional.empty();
    Optional<Path> files = Optional.empty();
    Set<String> kept = new LinkedHashSet<>();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      boolean valued = word.equals("--anchor") || word.equals("--files");
      if ((valued && i + 1 == arguments.size()) || (!valued && word.startsWith("-"))) {
        return Optional.empty();
      }
      if (word.equals("--anchor")) {
        kept.addAll(anchors(arguments.get(++i)));
      } else if (word.equals("--files")) {
        files = Optional.of(Path.of(arguments.get(++i)));
      } else if (log.isPresent()) {
        return Optional.empty();
      } else {
        log = Optional.of(Path.of(word));
      }
    }
    Optional<Path> folder = files;
    return log.map(file -> new Asked(file, kept, folder));
  }

  /** One hash, or those of a file: of an export the last event's, of another text all. */
  private static Set<String> anchors(String word) throws IOException {
    if (HASH.matcher(word).matches()) {
      return Set.of(word);
    }
    Set<String> hashes = new LinkedHashSet<>();
    Optional<String> newest = Optional.empty();
    try (BufferedReader lines = Files.newBufferedReader(Path.of(word))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("{\"at\":") && line.contains(",\"hash\":")) {
          newest = Optional.of(LogLine.read(line).hash());
        } else {
          Matcher hash = HASH.matcher(line);
          while (hash.find()) {
            hashes.add(hash.group());
          }
        }
      }
    }
    newest.ifPresent(hashes::add);
    if (hashes.isEmpty()) {
      throw new IOException("there is no hash in " + word);
    }
    return hashes;
  }

  /**
   * Checks a log from its first event on; one line is held at a time.
   *
   * @param kept hashes that have to be in it
   * @param files photos and evidence packs, named by their digests
   */
  static Verdict verify(Path log, Set<String> kept, Optional<Path> files) throws IOException {
    Map<String, String> digests = files.isPresent() ? digests(files.get()) : Map.of();
    Set<String> strays = new LinkedHashSet<>(digests.keySet());
    Optional<ChainCheck> check = Optional.empty();
    try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.UTF_8)) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        try {
          LogEntry entry = LogLine.read(line);
          ChainCheck now = check.orElseGet(() -> new ChainCheck(entry.site(), kept));
          check = Optional.of(now);
          now.next(entry);
          for (String digest : LogEntry.digests(entry.event().detail())) {
            if (strays.remove(digest)) {
              now.file(entry.number(), digest, digests.getOrDefault(digest, ""));
            }
          }
        } catch (IOException unreadable) {
          ChainCheck now = check.orElseGet(() -> new ChainCheck("", kept));
          check = Optional.of(now);
          now.unreadable(
              number, String.valueOf(unreadable.getMessage()).lines().findFirst().orElse(""));
        }
      }
    }
    ChainCheck end = check.orElseGet(() -> new ChainCheck("", kept));
    strays.forEach(end::strayFile);
    return end.end(OptionalLong.empty(), "");
  }

  /** What the files' names say to what their bytes give. */
  private static Map<String, String> digests(Path folder) throws IOException {
    Map<String, String> digests = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.limit(MOST_FILES).toList()) {
        Matcher name = HASH.matcher(file.getFileName().toString());
        if (name.lookingAt()) {
          digests.put(name.group(), EventHash.ofFile(Files.readAllBytes(file)));
        }
      }
    }
    return digests;
  }

  private static void print(Verdict verdict, int anchors, PrintStream out) {
    for (Finding finding : verdict.findings()) {
      out.println(finding.kind().word() + ": " + finding.says());
    }
    if (verdict.found() > verdict.findings().size()) {
      out.println("and " + (verdict.found() - verdict.findings().size()) + " more");
    }
    out.println(
        "events "
            + verdict.events()
            + ", texts "
            + verdict.texts()
            + ", files "
            + verdict.files()
            + ", erased or not here "
            + verdict.absent());
    out.println("newest hash " + verdict.head());
    if (!verdict.whole()) {
      out.println("NOT WHOLE: " + verdict.found() + " found");
    } else if (anchors == 0) {
      out.println(
          "whole as far as it goes: only a hash that was kept earlier (--anchor) shows that nothing"
              + " was cut off or written anew");
    } else {
      out.println("whole, and the kept hashes are in it: " + anchors);
    }
  }
}
