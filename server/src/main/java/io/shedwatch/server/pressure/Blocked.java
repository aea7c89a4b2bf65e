package io.shedwatch.server.pressure;

import java.util.Arrays;

/**
 * The cells in which somebody may be turned away or be back: those that are blocked for a while,
 * and the two hours after them. They are few, so whatever is kept by them is small and quick to
 * walk.
 */
final class Blocked {
  /** Half hours in which people look again, see {@link Fitting}. */
  static final int LAGS = 4;

  /** Cells in ascending order. */
  final int[] cells;

  /** Place in {@link #cells} of the same group so many slots earlier; -1 where it is not there. */
  final int[][] before = new int[LAGS][];

  /** Place in {@link #cells} of each candidate's group at its arrival; -1 where it is not there. */
  final int[] ofCandidate;

  Blocked(Evidence evidence) {
    int groups = evidence.groups;
    int all = evidence.freeHours.length;
    int[] found = new int[1024];
    int count = 0;
    for (int cell = 0; cell < all; cell++) {
      boolean counts = evidence.blockedHours[cell] > 0;
      for (int lag = 1; lag <= LAGS && !counts && cell >= lag * groups; lag++) {
        counts = evidence.blockedHours[cell - lag * groups] > 0;
      }
      if (counts) {
        found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
        found[count++] = cell;
      }
    }
    cells = Arrays.copyOf(found, count);
    for (int lag = 1; lag <= LAGS; lag++) {
      before[lag - 1] = new int[count];
      int other = 0;
      for (int place = 0; place < count; place++) {
        int wanted = cells[place] - lag * groups;
        while (cells[other] < wanted) {
          other++;
        }
        before[lag - 1][place] = cells[other] == wanted ? other : -1;
      }
    }
    ofCandidate = new int[evidence.candidateGroup.length];
    for (int arrival = 0; arrival < evidence.arrivals(); arrival++) {
      for (int i = evidence.candidatesFrom[arrival];
          i < evidence.candidatesFrom[arrival + 1];
          i++) {
        int cell = evidence.arrivalSlot[arrival] * groups + evidence.candidateGroup[i];
        int place = Arrays.binarySearch(cells, cell);
        ofCandidate[i] = Math.max(-1, place);
      }
    }
  }
}
