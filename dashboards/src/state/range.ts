/** What a chart shows: server's epoch milliseconds. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export const SPANS = {
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30 * 86_400_000,
} as const;
export type Span = keyof typeof SPANS;

const STEPS_SECONDS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400,
];
/** The server never sends more points than this in a series. */
const MAX_POINTS = 1_000;
/** Narrower than this there is nothing to see: meters are read once a second. */
export const SHORTEST_RANGE_MILLIS = 60_000;

export function spanRange(span: Span, now: number): Range {
  return { from: now - SPANS[span], to: now };
}

/** The finest bucket, in seconds, that fills the pixels without crowding them (at least two pixels a point). */
export function bucketSeconds(range: Range, pixels: number): number {
  const points = Math.max(50, Math.min(MAX_POINTS - 1, Math.floor(pixels / 2)));
  const finest = (range.to - range.from) / 1000 / points;
  return STEPS_SECONDS.find(step => step >= finest) ?? Math.ceil(finest / 86_400) * 86_400;
}

/** A drag, clamped: never narrower than a minute, and in order. */
export function zoomRange(a: number, b: number): Range {
  const middle = (a + b) / 2;
  const half = Math.max(Math.abs(b - a), SHORTEST_RANGE_MILLIS) / 2;
  return { from: Math.round(middle - half), to: Math.round(middle + half) };
}
