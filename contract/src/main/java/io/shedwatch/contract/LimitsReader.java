package io.shedwatch.contract;

import java.io.IOException;

/**
 * Limits, as the agent reads them. All are required: a default in place of a limit that somebody
 * forgot to send would be a decision that nobody made.
 */
final class LimitsReader implements MessageReader {
  private static final FieldTable FIELDS =
      FieldTable.of(
          "version",
          "at",
          "maxAmperes",
          "timeMultiplier",
          "maxWatts",
          "shedMaxWatts",
          "fullWatts",
          "fullHoldSeconds",
          "removedWatts",
          "removedHoldSeconds",
          "maxSessionSeconds",
          "maxCelsius");
  private static final int VERSION = 0;
  private static final int AT = 1;
  private static final int MAX_AMPERES = 2;
  private static final int TIME_MULTIPLIER = 3;
  private static final int MAX_WATTS = 4;
  private static final int SHED_MAX_WATTS = 5;
  private static final int FULL_WATTS = 6;
  private static final int FULL_HOLD_SECONDS = 7;
  private static final int REMOVED_WATTS = 8;
  private static final int REMOVED_HOLD_SECONDS = 9;
  private static final int MAX_SESSION_SECONDS = 10;
  private static final int MAX_CELSIUS = 11;
  private static final int REQUIRED =
      FIELDS.bits(
          "version",
          "at",
          "maxAmperes",
          "timeMultiplier",
          "maxWatts",
          "shedMaxWatts",
          "fullWatts",
          "fullHoldSeconds",
          "removedWatts",
          "removedHoldSeconds",
          "maxSessionSeconds",
          "maxCelsius");

  private final StampReader noStamp = new StampReader(1);
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
  public void field(int field, TokenCursor in) throws IOException, Refusal {
    switch (field) {
      case VERSION -> version = in.integer(0, Bounds.MAX_COUNT);
      case AT -> at = in.integer(0, Bounds.MAX_AT);
      case MAX_AMPERES -> maxAmperes = in.number(Bounds.MAX_AMPERES);
      case TIME_MULTIPLIER -> timeMultiplier = in.number(Bounds.TIME_MULTIPLIER);
      case MAX_WATTS -> maxWatts = in.number(Bounds.MAX_WATTS);
      case SHED_MAX_WATTS -> shedMaxWatts = in.number(Bounds.SHED_MAX_WATTS);
      case FULL_WATTS -> fullWatts = in.number(Bounds.FULL_WATTS);
      case FULL_HOLD_SECONDS -> fullHoldSeconds = in.integer(0, Bounds.MAX_COUNT);
      case REMOVED_WATTS -> removedWatts = in.number(Bounds.REMOVED_WATTS);
      case REMOVED_HOLD_SECONDS -> removedHoldSeconds = in.integer(0, Bounds.MAX_COUNT);
      case MAX_SESSION_SECONDS -> maxSessionSeconds = in.integer(1, Bounds.MAX_COUNT);
      case MAX_CELSIUS -> maxCelsius = in.number(Bounds.MAX_CELSIUS);
      default -> throw new IllegalStateException("no field " + field);
    }
  }

  @Override
  public Limits message(int seen) throws Refusal {
    FIELDS.require(seen, REQUIRED);
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
  public FieldTable fields() {
    return FIELDS;
  }

  @Override
  public StampReader stamp() {
    return noStamp;
  }
}
