import { count, flag, instant, list, maybe, number, object, text, type Of } from './shape';
import { estimate } from './pressure';

const reason = object({ zh: text, en: text });

const stop = object({
  building: text,
  expected: number,
  reason,
  wires: maybe(count),
  cleared: maybe(flag),
  foundAt: maybe(instant),
  foundBy: maybe(text),
  photos: list(text),
});
export type Stop = Of<typeof stop>;

/** A planned walk; stops in the order of the walk. */
export const patrol = object({
  patrol: text,
  startsAt: instant,
  minutes: number,
  plannedBy: text,
  stops: list(stop),
});
export type Patrol = Of<typeof patrol>;

/** Tonight's ranking, an estimate, and the newest patrols. */
export const patrols = object({
  at: instant,
  basis: maybe(object({ fittedAt: instant, from: instant, to: instant, sessions: count, orders: count })),
  candidates: list(
    object({ rank: count, building: text, from: instant, to: instant, wires: estimate, reason }),
  ),
  items: list(patrol),
});
export type Patrols = Of<typeof patrols>;
