package io.shedwatch.edge.settings;

import io.shedwatch.contract.Limits;

/** Limits until the server sends the first ones; vendor defaults and operator choices. */
public record LimitsConfig(
    @Setting(
            standard = "5.5",
            unit = "A",
            least = 0.1,
            most = 63,
            says = "Is of the inverse-time curve (vendor default).")
        double maxAmperes,
    @Setting(
            standard = "1",
            least = 0.05,
            most = 10,
            says = "TMS of the inverse-time curves (operator choice).")
        double timeMultiplier,
    @Setting(
            standard = "600",
            unit = "W",
            least = 10,
            most = 15_000,
            says = "Power of one socket (vendor default).")
        double maxWatts,
    @Setting(
            standard = "6000",
            unit = "W",
            least = 10,
            most = 1_000_000,
            says = "Power of the shed (operator choice: its supply).")
        double shedMaxWatts,
    @Setting(
            standard = "15",
            unit = "W",
            least = 0,
            most = 500,
            says = "Below this a charge is finished (vendor default; boards range 5 to 45 W).")
        double fullWatts,
    @Setting(
            standard = "7200",
            unit = "s",
            least = 60,
            most = 86_400,
            says = "From finished to the cut (vendor default).")
        int fullHoldSeconds,
    @Setting(
            standard = "0.5",
            unit = "W",
            least = 0,
            most = 50,
            says = "Below this nothing is plugged in (operator choice: standby is 0.7 W or more).")
        double removedWatts,
    @Setting(
            standard = "120",
            unit = "s",
            least = 5,
            most = 3_600,
            says = "How long below removedWatts until a socket is free (vendor default).")
        int removedHoldSeconds,
    @Setting(
            standard = "43200",
            unit = "s",
            least = 600,
            most = 172_800,
            says = "A session is cut after this (operator choice).")
        int maxSessionSeconds,
    @Setting(
            standard = "75",
            unit = "degrees Celsius",
            least = 40,
            most = 150,
            says = "Board temperature of the cut; alarm 10 and warning 15 below (operator choice).")
        double maxCelsius) {
  public LimitsConfig {
    if (removedWatts > fullWatts) {
      throw new IllegalArgumentException("removedWatts must not be above fullWatts");
    }
  }

  /** As the server's would be, with version 0. */
  public Limits limits() {
    return new Limits(
        0,
        0,
        maxAmperes,
        timeMultiplier,
        maxWatts,
        shedMaxWatts,
        fullWatts,
        fullHoldSeconds,
        removedWatts,
        removedHoldSeconds,
        maxSessionSeconds,
        maxCelsius);
  }
}
