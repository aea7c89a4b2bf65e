package io.shedwatch.simulation.town;

import java.util.ArrayList;
import java.util.List;

/**
 * One socket's physics: what is plugged in, the relay, the meter and the board's temperature.
 * Advances in steps of at most a minute; a sample is taken where the last step ended. Not
 * thread-safe: one town, one thread.
 */
public final class TownSocket {
  private static final double LONGEST_STEP_SECONDS = 60;
  private static final double WARMING_SECONDS = 600;

  /** A board at 10 A settles about 20 degrees above its surroundings. */
  private static final double CELSIUS_PER_SQUARE_AMPERE = 0.2;

  private final Chance noise;
  private final List<Load> loads = new ArrayList<>();
  private long at;
  private boolean relayClosed = true;
  private boolean welded;
  private boolean frozen;
  private double wattHours;
  private double celsius = 20;
  private MeterValues shown;

  TownSocket(long at, Chance noise) {
    this.at = at;
    this.noise = noise;
    this.shown = new MeterValues(at, 230, 0, 0, 0, 20);
  }

  /**
   * What the meter of this socket shows.
   *
   * @param at epoch milliseconds
   * @param wattHours counter, Wh
   */
  public record MeterValues(
      long at, double volts, double amperes, double watts, double wattHours, double celsius) {}

  /** The meter's values at {@code at}; never earlier than the sample before. */
  public MeterValues sample(long at) {
    settle(at);
    if (frozen) {
      return shown;
    }
    double volts = mainsVolts(at);
    boolean live = live();
    double load = live ? loads.stream().mapToDouble(Load::watts).sum() : 0;
    double jitter = load > 0 ? 1 + noise.normal(0, 0.003) : 1;
    double voltAmperes = live ? loads.stream().mapToDouble(Load::apparentVoltAmperes).sum() : 0;
    shown =
        new MeterValues(at, volts, voltAmperes * jitter / volts, load * jitter, wattHours, celsius);
    return shown;
  }

  public void openRelay(long at) {
    settle(at);
    relayClosed = false;
  }

  public void closeRelay(long at) {
    settle(at);
    relayClosed = true;
  }

  /** Where the contact is told to stand; a welded one conducts all the same. */
  public boolean relayClosed() {
    return relayClosed;
  }

  /** From now on the contact conducts whatever the relay is told. */
  public void weld() {
    welded = true;
  }

  /** From now on the meter repeats its last values, or lives again. */
  public void freeze(boolean on) {
    frozen = on;
  }

  void plug(long at, Load load) {
    settle(at);
    loads.add(load);
  }

  /** Takes the load out and says how much energy it got, Wh. */
  double unplug(long at, Load load) {
    settle(at);
    loads.remove(load);
    return load.wattHours();
  }

  boolean occupied() {
    return !loads.isEmpty();
  }

  private boolean live() {
    return relayClosed || welded;
  }

  private void settle(long until) {
    while (at < until) {
      double seconds = Math.min((until - at) / 1_000.0, LONGEST_STEP_SECONDS);
      step(seconds);
      at = Math.min(until, at + Math.round(seconds * 1_000));
    }
  }

  private void step(double seconds) {
    double amperes = 0;
    if (live() && !loads.isEmpty()) {
      double before = loads.stream().mapToDouble(Load::watts).sum();
      amperes = loads.stream().mapToDouble(Load::apparentVoltAmperes).sum() / 230;
      loads.forEach(load -> load.advance(seconds));
      double after = loads.stream().mapToDouble(Load::watts).sum();
      wattHours += (before + after) / 2 * seconds / 3_600;
    }
    double settled = ambientCelsius(at) + CELSIUS_PER_SQUARE_AMPERE * amperes * amperes;
    celsius += (settled - celsius) * (1 - Math.exp(-seconds / WARMING_SECONDS));
  }

  /** Mains between 224 and 236 V over the day, with a little flicker. */
  private double mainsVolts(long at) {
    return 230 - 4 * evening(at) + noise.normal(0, 0.4);
  }

  private static double ambientCelsius(long at) {
    return 20 + 5 * evening(at);
  }

  /** A daily wave, highest in the UTC morning, which is the evening in Shanghai. */
  private static double evening(long at) {
    double hour = (at / 3_600_000.0) % 24;
    return Math.cos((hour - 11) / 24 * 2 * Math.PI);
  }
}
