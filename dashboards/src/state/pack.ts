import type { Series } from '../wire/history';

/** A reading of an evidence pack. */
export interface PackReading {
  readonly at: number;
  readonly socket: number;
  readonly watts: number | undefined;
}

/**
 * The curve of an evidence pack as a chart draws it. Of several sockets the sum: each holds its last value until it
 * says another. A time at which nothing was known yet has no point.
 */
export function packSeries(readings: readonly PackReading[]): Series {
  const last = new Map<number, number>();
  const points = new Map<number, number>();
  for (const reading of [...readings].sort((a, b) => a.at - b.at)) {
    if (reading.watts === undefined) continue;
    last.set(reading.socket, reading.watts);
    points.set(
      reading.at,
      [...last.values()].reduce((sum, each) => sum + each, 0),
    );
  }
  return {
    every: 1_000,
    points: [...points].map(([at, watts]) => ({
      at,
      wattsMean: watts,
      wattsMin: undefined,
      wattsMax: undefined,
      amperesMean: undefined,
      amperesMax: undefined,
      voltsMean: undefined,
      celsiusMax: undefined,
      wattHours: undefined,
    })),
  };
}
