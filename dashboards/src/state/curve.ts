import type { Series } from '../wire/history';

export interface Figures {
  /** W; undefined where nothing was measured */
  readonly mean: number | undefined;
  readonly peak: number | undefined;
  /** Wh of all buckets that say so */
  readonly wattHours: number | undefined;
}

/** The figures under a curve. Buckets are of one width, so the plain mean of means is the mean over measured time. */
export function figuresOf(series: Series): Figures {
  const known = <T>(values: readonly (T | undefined)[]) =>
    values.filter((each): each is T => each !== undefined);
  const means = known(series.points.map(point => point.wattsMean));
  const peaks = known(series.points.map(point => point.wattsMax ?? point.wattsMean));
  const energies = known(series.points.map(point => point.wattHours));
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  return {
    mean: means.length ? sum(means) / means.length : undefined,
    peak: peaks.length ? Math.max(...peaks) : undefined,
    wattHours: energies.length ? sum(energies) : undefined,
  };
}

/** Columns for a chart: seconds, mean, lowest, highest; null is a gap. */
export type Columns = [number[], (number | null)[], (number | null)[], (number | null)[]];

/** Readings come by exception, at the latest every 5 minutes: a longer silence is a gap, a shorter one is not. */
const HELD_MILLIS = 600_000;

export function columnsOf(series: Series): Columns {
  const columns: Columns = [[], [], [], []];
  const longest = Math.max(HELD_MILLIS, 2 * series.every);
  let before = Number.POSITIVE_INFINITY;
  for (const point of series.points) {
    if (point.at - before > longest) push(columns, before + series.every, null, null, null);
    const mean = point.wattsMean ?? null;
    push(columns, point.at, mean, point.wattsMin ?? mean, point.wattsMax ?? mean);
    before = point.at;
  }
  return columns;
}

function push(
  columns: Columns,
  at: number,
  mean: number | null,
  low: number | null,
  high: number | null,
): void {
  columns[0].push(at / 1000);
  columns[1].push(mean);
  columns[2].push(low);
  columns[3].push(high);
}
