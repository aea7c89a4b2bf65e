import { count, flag, instant, list, maybe, number, object, text, type Of } from './shape';

/** A number and the interval that should hold it nine times out of ten. */
export const estimate = object({ estimate: number, low: number, high: number });
export type Estimate = Of<typeof estimate>;

/** What an estimate was made of. */
const made = object({
  from: instant,
  to: instant,
  sessions: count,
  orders: count,
  guessedEnds: count,
  darkHours: number,
});

/** What every answer about pressure says of itself. */
const told = { from: instant, to: instant, estimate: flag, fittedAt: maybe(instant), data: maybe(made) };

export const pressure = object({
  ...told,
  total: estimate,
  groups: list(
    object({
      rank: count,
      buildings: list(text),
      households: count,
      sheds: list(text),
      turnedAway: estimate,
    }),
  ),
  buildings: list(object({ rank: count, building: text, turnedAway: estimate })),
  sheds: list(object({ shed: text, arrivals: count, fullMinutes: number, turnedAway: estimate })),
});
export type Pressure = Of<typeof pressure>;

/** Numbers of the 168 hours of a week; the first is Monday 00:00. */
export const pressureWeek = object({
  ...told,
  groups: list(
    object({
      buildings: list(text),
      households: count,
      turnedAway: list(number),
      low: list(number),
      high: list(number),
    }),
  ),
  sheds: list(object({ shed: text, fullShare: list(maybe(number)), turnedAway: list(number) })),
});
export type PressureWeek = Of<typeof pressureWeek>;
export type Told = Pick<PressureWeek, 'from' | 'to' | 'fittedAt' | 'data'>;

/** What became of a part of a vendor's file. */
export const imported = object({
  imported: count,
  duplicate: count,
  rejectedCount: count,
  rejected: list(object({ line: count, reason: text })),
});
export type Imported = Of<typeof imported>;
