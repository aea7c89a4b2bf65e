package io.shedwatch.server.pressure;

/**
 * Sheds that stand alone. Nobody is ever seen while such a shed is full, so the likelihood cannot
 * tell how much the finite source lowers demand then; measured places say it (docs/pressure.md).
 */
final class Alone {
  /** Of the bikes in reach, one that is plugged in stands for so many: the heavy users' are. */
  private static final double HEAVY = 2;

  /** Where nobody has counted the bikes. */
  private static final double KAPPA = 0.9;

  /** What is wrong with the model itself, as a share of the estimate. */
  private static final double MODEL_ERROR = 0.15;

  private static final double MODEL_ERROR_UNCOUNTED = 0.25;
  private static final double MODEL_ERROR_TOO_FEW = 0.6;

  private Alone() {}

  static Model model(WalkMap map, Model model) {
    boolean counted = map.groups().stream().allMatch(group -> group.bikes().isPresent());
    return counted ? model.heavy(HEAVY) : model.kappa(KAPPA);
  }

  static double relativeVariance(WalkMap.Group group) {
    double error =
        group.tooFew()
            ? MODEL_ERROR_TOO_FEW
            : group.bikes().isPresent() ? MODEL_ERROR : MODEL_ERROR_UNCOUNTED;
    return error * error;
  }

  /** Of all groups together: what is wrong at one is wrong at all. */
  static double relativeVariance(WalkMap map, double[] turnedAway) {
    double sum = 0;
    double wrong = 0;
    for (int cell = 0; cell < turnedAway.length; cell++) {
      sum += turnedAway[cell];
      wrong +=
          turnedAway[cell]
              * Math.sqrt(relativeVariance(map.groups().get(cell % map.groups().size())));
    }
    double error = sum <= 0 ? 0 : wrong / sum;
    return error * error;
  }
}
