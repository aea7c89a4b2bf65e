/**
 * The server's clock as this page knows it. A phone's own clock may be hours off, so ages are computed from the
 * server's `at` and the page's monotonic time; in demos the server's clock also runs faster than ours.
 */
export interface Clock {
  /** Server's epoch milliseconds at `mark`; 0 before anything was heard. */
  readonly at: number;
  /** Page's monotonic milliseconds when `at` was heard. */
  readonly mark: number;
  /** Server's milliseconds per page's millisecond. */
  readonly pace: number;
  /** The pair that the pace is measured from. */
  readonly baseAt: number;
  readonly baseMark: number;
}

export const NO_CLOCK: Clock = { at: 0, mark: 0, pace: 1, baseAt: 0, baseMark: 0 };

/** A pace is only measured over at least this much page time: below it, the network's delay would be most of it. */
const PACE_MILLIS = 4_000;
/** Paces within this of real time are real time. */
const PACE_TOLERANCE = 0.25;

/** The server's time now, epoch milliseconds; 0 while unknown. */
export function serverNow(clock: Clock, mark: number): number {
  return clock.at === 0 ? 0 : clock.at + Math.max(0, mark - clock.mark) * clock.pace;
}

/**
 * Hears one server time. A time that lies behind what we believe arrived late: believe the later one, unless it is
 * so far behind that the server's clock was set.
 */
export function hearTime(clock: Clock, at: number, mark: number): Clock {
  if (clock.at === 0) return { at, mark, pace: 1, baseAt: at, baseMark: mark };
  const believed = serverNow(clock, mark);
  if (at < believed - 60_000 * clock.pace) return { at, mark, pace: 1, baseAt: at, baseMark: mark };
  const elapsed = mark - clock.baseMark;
  const pace = elapsed >= PACE_MILLIS ? snapped((at - clock.baseAt) / elapsed) : clock.pace;
  // Reset the base now and then, so that a paused or changed pace is noticed.
  const base = elapsed >= PACE_MILLIS * 10 ? { baseAt: at, baseMark: mark } : clock;
  return { at: Math.max(at, believed), mark, pace, baseAt: base.baseAt, baseMark: base.baseMark };
}

function snapped(pace: number): number {
  return Math.abs(pace - 1) < PACE_TOLERANCE || pace <= 0 ? 1 : pace;
}
