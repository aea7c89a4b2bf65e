package io.shedwatch.simulation.truth;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges the estimate on many towns and prints the table of {@code docs/pressure.md}: {@code
 * PressureTowns FIRST_SEED TOWNS SAMPLES [FOLDER]}. A folder keeps what was judged, so that a long
 * run may be made in pieces.
 *
 * <p>Kinds take turns by seed: strangers and people; of eight towns two are measured whole, two
 * have a shed offline for two days, two are half and two wholly a vendor's import.
 */
final class PressureTowns {
  private static final List<Telling> TELLINGS = List.of(Telling.values());
  private static final int WEEKS = 8;
  private static final int LEAST_TURNED_AWAY = 100;

  private PressureTowns() {}

  public static void main(String[] args) throws IOException, ClassNotFoundException {
    long first = Long.parseLong(args[0]);
    int wanted = Integer.parseInt(args[1]);
    int samples = Integer.parseInt(args[2]);
    Map<String, List<TownVerdict>> kinds = new LinkedHashMap<>();
    List<TownVerdict> all = new ArrayList<>();
    for (long seed = first; all.size() < wanted; seed++) {
      List<TownVerdict> verdicts =
          args.length > 3 ? kept(Path.of(args[3]), seed, samples) : judge(seed, samples);
      for (TownVerdict verdict : verdicts) {
        System.out.println(verdict);
        all.add(verdict);
        kinds.computeIfAbsent(verdict.kind(), k -> new ArrayList<>()).add(verdict);
      }
    }
    kinds.forEach(
        (kind, towns) -> System.out.println("\n" + kind + "\n\n" + new TownGoals(towns).table()));
    System.out.println("\nall\n\n" + new TownGoals(all).table());
  }

  private static List<TownVerdict> kept(Path folder, long seed, int samples)
      throws IOException, ClassNotFoundException {
    Path file = Files.createDirectories(folder).resolve(seed + "-" + samples);
    if (Files.exists(file)) {
      try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
        return List.of((TownVerdict[]) in.readObject());
      }
    }
    List<TownVerdict> verdicts = judge(seed, samples);
    try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(file))) {
      out.writeObject(verdicts.toArray(new TownVerdict[0]));
    }
    return verdicts;
  }

  /** The seed's town; nothing where too few were turned away for a judgement. */
  static List<TownVerdict> judge(long seed, int samples) {
    boolean strangers = seed % 2 == 0;
    TruthTown town = strangers ? PoissonTown.of(seed, WEEKS) : AgentTown.of(seed, WEEKS);
    if (town.turnedAway().size() < LEAST_TURNED_AWAY) {
      return List.of();
    }
    Telling telling = TELLINGS.get((int) (seed / 2 % TELLINGS.size()));
    return List.of(
        TownVerdict.of(strangers ? "strangers" : "people", seed, town, telling, samples));
  }
}
