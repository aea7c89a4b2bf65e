package io.shedwatch.contract;

import java.io.IOException;

/**
 * Limits, as the agent reads them. All are required: a default in place of a limit that somebody
 * forgot to send would be a decision that nobody made.
 */
final class LimitsReader implements MessageReader {
  private static final int VERSION = 1;
  private static final int AT = 1 << 1;
  private static final int MAX_AMPERES = 1 << 2;
  private static final int TIME_MULTIPLIER = 1 << 3;
  private static final int MAX_WATTS = 1 << 4;
  private static final int SHED_MAX_WATTS = 1 << 5;
  private static final int FULL_WATTS = 1 << 6;
  private static final int FULL_HOLD_SECONDS = 1 << 7;
  private static final int REMOVED_WATTS = 1 << 8;
  private static final int REMOVED_HOLD_SECONDS = 1 << 9;
  private static final int MAX_SESSION_SECONDS = 1 << 10;
  private static final int MAX_CELSIUS = 1 << 11;

  private final StampReader noStamp = new StampReader(1);
  private int seen;
  private int version;
  private long at;
  private double maxAmperes;
  private double timeMultiplier;
  private double maxWatts;
  private double shedMaxWatts;
  private double fullWatts;
  private int fullHoldSeconds;
  private double removedWatts;
  private int removedHoldSeconds;
  private int maxSessionSeconds;
  private double maxCelsius;

  @Override
  public void field(TokenCursor in) throws IOException, Refusal {
    switch (in.name()) {
      case "version" -> {
        seen = in.once(seen, VERSION);
        version = in.integer(0, Bounds.MAX_COUNT);
      }
      case "at" -> {
        seen = in.once(seen, AT);
        at = in.integer(0, Bounds.MAX_AT);
      }
      case "maxAmperes" -> {
        seen = in.once(seen, MAX_AMPERES);
        maxAmperes = in.number(Bounds.MAX_AMPERES);
      }
      case "timeMultiplier" -> {
        seen = in.once(seen, TIME_MULTIPLIER);
        timeMultiplier = in.number(Bounds.TIME_MULTIPLIER);
      }
      case "maxWatts" -> {
        seen = in.once(seen, MAX_WATTS);
        maxWatts = in.number(Bounds.MAX_WATTS);
      }
      case "shedMaxWatts" -> {
        seen = in.once(seen, SHED_MAX_WATTS);
        shedMaxWatts = in.number(Bounds.SHED_MAX_WATTS);
      }
      default -> holdField(in);
    }
  }

  private void holdField(TokenCursor in) throws IOException, Refusal {
    switch (in.name()) {
      case "fullWatts" -> {
        seen = in.once(seen, FULL_WATTS);
        fullWatts = in.number(Bounds.FULL_WATTS);
      }
      case "fullHoldSeconds" -> {
        seen = in.once(seen, FULL_HOLD_SECONDS);
        fullHoldSeconds = in.integer(0, Bounds.MAX_COUNT);
      }
      case "removedWatts" -> {
        seen = in.once(seen, REMOVED_WATTS);
        removedWatts = in.number(Bounds.REMOVED_WATTS);
      }
      case "removedHoldSeconds" -> {
        seen = in.once(seen, REMOVED_HOLD_SECONDS);
        removedHoldSeconds = in.integer(0, Bounds.MAX_COUNT);
      }
      case "maxSessionSeconds" -> {
        seen = in.once(seen, MAX_SESSION_SECONDS);
        maxSessionSeconds = in.integer(1, Bounds.MAX_COUNT);
      }
      case "maxCelsius" -> {
        seen = in.once(seen, MAX_CELSIUS);
        maxCelsius = in.number(Bounds.MAX_CELSIUS);
      }
      default -> in.skip();
    }
  }

  @Override
  public Limits message() throws Refusal {
    Required.check(seen, VERSION, "version");
    Required.check(seen, AT, "at");
    Required.check(seen, MAX_AMPERES, "maxAmperes");
    Required.check(seen, TIME_MULTIPLIER, "timeMultiplier");
    Required.check(seen, MAX_WATTS, "maxWatts");
    Required.check(seen, SHED_MAX_WATTS, "shedMaxWatts");
    Required.check(seen, FULL_WATTS, "fullWatts");
    Required.check(seen, FULL_HOLD_SECONDS, "fullHoldSeconds");
    Required.check(seen, REMOVED_WATTS, "removedWatts");
    Required.check(seen, REMOVED_HOLD_SECONDS, "removedHoldSeconds");
    Required.check(seen, MAX_SESSION_SECONDS, "maxSessionSeconds");
    Required.check(seen, MAX_CELSIUS, "maxCelsius");
    return new Limits(
        version,
        at,
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

  @Override
  public StampReader stamp() {
    return noStamp;
  }
}
