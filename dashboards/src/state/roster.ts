export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The times between `from` and `to` that no shift covers, in order. Shifts may overlap and come in any order. */
export function uncovered(shifts: readonly Span[], from: number, to: number): readonly Span[] {
  const gaps: Span[] = [];
  let covered = from;
  for (const shift of [...shifts].sort((a, b) => a.from - b.from)) {
    if (shift.from >= to) break;
    if (shift.from > covered) gaps.push({ from: covered, to: shift.from });
    covered = Math.max(covered, shift.to);
  }
  if (covered < to) gaps.push({ from: covered, to });
  return gaps;
}

const DAY_MILLIS = 86_400_000;

/** Whole days until a date is due, rounded up; negative when it was due so many whole days ago, 0 within a day after. */
export function daysUntil(dueAt: number, now: number): number {
  return Math.ceil((dueAt - now) / DAY_MILLIS);
}
