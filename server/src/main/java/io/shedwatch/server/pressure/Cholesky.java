package io.shedwatch.server.pressure;

/**
 * Solves a symmetric positive definite system; small and dense, so no library is worth its size.
 */
final class Cholesky {
  private static final double LEAST_PIVOT = 1e-12;

  private Cholesky() {}

  /**
   * x with {@code matrix x = right}.
   *
   * @param matrix lower triangle, overwritten by its factor
   * @param right left as it is
   */
  static double[] solve(double[][] matrix, double[] right) {
    int size = right.length;
    for (int row = 0; row < size; row++) {
      double[] current = matrix[row];
      for (int column = 0; column <= row; column++) {
        double[] other = matrix[column];
        double sum = current[column];
        for (int k = 0; k < column; k++) {
          sum -= current[k] * other[k];
        }
        current[column] =
            column == row ? Math.sqrt(Math.max(LEAST_PIVOT, sum)) : sum / other[column];
      }
    }
    double[] x = right.clone();
    for (int row = 0; row < size; row++) {
      for (int k = 0; k < row; k++) {
        x[row] -= matrix[row][k] * x[k];
      }
      x[row] /= matrix[row][row];
    }
    for (int row = size - 1; row >= 0; row--) {
      for (int k = row + 1; k < size; k++) {
        x[row] -= matrix[k][row] * x[k];
      }
      x[row] /= matrix[row][row];
    }
    return x;
  }
}
