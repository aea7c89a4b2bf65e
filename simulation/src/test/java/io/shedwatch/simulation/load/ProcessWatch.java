package io.shedwatch.simulation.load;

import io.shedwatch.testkit.RunningProgram;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What processes use, as Linux tells it in /proc. */
public final class ProcessWatch {
  /** USER_HZ, the unit of times in /proc; 100 on every Linux of today. */
  private static final double TICKS_PER_SECOND = 100;

  private final Map<String, RunningProgram> programs;
  private final Map<String, Long> ticksBefore = new TreeMap<>();
  private final long machineBefore;
  private final long began = System.nanoTime();

  private ProcessWatch(Map<String, RunningProgram> programs) throws IOException {
    this.programs = programs;
    for (Map.Entry<String, RunningProgram> program : programs.entrySet()) {
      ticksBefore.put(program.getKey(), ticks(program.getValue().pid()));
    }
    this.machineBefore = machineTicks();
  }

  public static ProcessWatch begin(Map<String, RunningProgram> programs) throws IOException {
    return new ProcessWatch(programs);
  }

  /** Prints CPU since the beginning, in percent of one core, and memory now and at its peak. */
  public void report(PrintStream out) throws IOException {
    double seconds = (System.nanoTime() - began) / 1e9;
    out.printf(
        Locale.ROOT,
        "machine busy=%.0f%% of a core%n",
        percent(machineTicks() - machineBefore, seconds));
    for (Map.Entry<String, RunningProgram> program : programs.entrySet()) {
      long pid = program.getValue().pid();
      if (!program.getValue().alive()) {
        continue;
      }
      long ticks = ticks(pid) - ticksBefore.getOrDefault(program.getKey(), 0L);
      out.printf(
          Locale.ROOT,
          "%s cpu=%.1f%% of a core, rss=%.1f MB, peak rss=%.1f MB, pss=%.1f MB, threads=%d%n",
          program.getKey(),
          percent(ticks, seconds),
          megabytes(pid, "status", "VmRSS"),
          megabytes(pid, "status", "VmHWM"),
          megabytes(pid, "smaps_rollup", "Pss"),
          number(pid, "status", "Threads"));
    }
  }

  private static double percent(long ticks, double seconds) {
    return 100 * ticks / TICKS_PER_SECOND / seconds;
  }

  /** Of the process and its children, dead ones included. */
  private static long ticks(long pid) throws IOException {
    long sum = 0;
    List<Long> pids =
        Stream.concat(
                Stream.of(pid),
                ProcessHandle.of(pid).stream()
                    .flatMap(ProcessHandle::descendants)
                    .map(ProcessHandle::pid))
            .toList();
    for (long one : pids) {
      Path stat = Path.of("/proc/" + one + "/stat");
      if (Files.exists(stat)) {
        String text = Files.readString(stat);
        String[] words = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
        // proc(5): utime and stime are fields 14 and 15; what follows the name begins at 3.
        sum += Long.parseLong(words[11]) + Long.parseLong(words[12]);
      }
    }
    return sum;
  }

  private static long machineTicks() throws IOException {
    String[] words = Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split(" +", -1);
    // user, nice, system, then idle and iowait, then irq and softirq.
    return Stream.of(1, 2, 3, 6, 7).mapToLong(field -> Long.parseLong(words[field])).sum();
  }

  /** The kernel tells KiB; a megabyte is 1,000,000 bytes. */
  private static double megabytes(long pid, String file, String field) throws IOException {
    return number(pid, file, field) * 1.024e-3;
  }

  private static long number(long pid, String file, String field) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/" + file)).stream()
        .filter(line -> line.startsWith(field + ":"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
