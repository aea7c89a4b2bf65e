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

/** A time this far behind what we believe means that the server's clock was set, not that the news was slow. */
const SET_BACK_MILLIS = 60_000;
/** News may be this late and still tell how fast the server's clock runs. */
const LATE_MILLIS = 2_000;

/**
 * Hears one server time. A time behind what we believe was late on its way, or comes from the browser's cache: we
 * believe the later one. Only a `fresh` one, straight from the live stream, may set the clock back.
 */
export function hearTime(clock: Clock, at: number, mark: number, fresh: boolean): Clock {
  if (clock.at === 0) return startAt(at, mark);
  const believed = serverNow(clock, mark);
  const behind = believed - at;
  if (behind > SET_BACK_MILLIS * clock.pace) return fresh ? startAt(at, mark) : clock;
  const elapsed = mark - clock.baseMark;
  if (elapsed < PACE_MILLIS || behind > LATE_MILLIS * clock.pace)
    return { ...clock, at: Math.max(at, believed), mark };
  // The base moves on now and then, so that a changed pace is noticed.
  const base = elapsed >= PACE_MILLIS * 10 ? { baseAt: at, baseMark: mark } : clock;
  const pace = snapped((at - clock.baseAt) / elapsed);
  return { at: Math.max(at, believed), mark, pace, baseAt: base.baseAt, baseMark: base.baseMark };
}

function startAt(at: number, mark: number): Clock {
  return { at, mark, pace: 1, baseAt: at, baseMark: mark };
}

function snapped(pace: number): number {
  return Math.abs(pace - 1) < PACE_TOLERANCE || pace <= 0 ? 1 : pace;
}
