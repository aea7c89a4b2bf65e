/** What is measured of a drill, in the order in which it happens. */
export const STEPS = ['noticeSeconds', 'acknowledgeSeconds', 'closeSeconds'] as const;
export type Step = (typeof STEPS)[number];
export type Timed = { readonly startedAt: number } & { readonly [S in Step]: number | undefined };

/** So many drills before one are what it is compared with. */
export const COMPARED = 5;

/**
 * By how many seconds a drill was slower (positive) or faster than the median of the five drills before it; undefined
 * where it, or all of them, have no such time.
 */
export function slowerBy(drill: Timed, all: readonly Timed[], step: Step): number | undefined {
  const own = drill[step];
  const before = all
    .filter(each => each.startedAt < drill.startedAt)
    .sort((a, b) => b.startedAt - a.startedAt)
    .flatMap(each => (each[step] === undefined ? [] : [each[step]]))
    .slice(0, COMPARED);
  return own === undefined || before.length === 0 ? undefined : own - median(before);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
