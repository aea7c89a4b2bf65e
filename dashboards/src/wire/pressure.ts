import { count, flag, instant, list, maybe, number, object, text, withDefault, word, type Of } from './shape';

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
      tooFew: withDefault(flag, false),
      turnedAway: estimate,
    }),
  ),
  buildings: list(
    object({ rank: count, building: text, tooFew: withDefault(flag, false), turnedAway: estimate }),
  ),
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

/** Where more sockets are worth most, and what moving full bikes is worth. */
export const capacity = object({
  fittedAt: maybe(instant),
  data: maybe(made),
  turnedAwayADay: estimate,
  plan: list(object({ shed: text, sockets: count, added: count, most: count })),
  fewerADay: estimate,
  movedWithinMinutes: count,
  fewerADayIfMoved: estimate,
});
export type Capacity = Of<typeof capacity>;
export type Added = Capacity['plan'][number];

export const COUNTED = ['sessions', 'turned-away'] as const;
export type Counted = (typeof COUNTED)[number];
export const MISSING = ['too-few-weeks', 'too-few-controls', 'too-few-counts', 'other'] as const;

/** What a measure changed at some sheds, in percent against others. Days are the site's, as `2026-10-01`. */
export const effect = object({
  of: word(COUNTED, 'sessions'),
  sheds: list(text),
  date: text,
  from: text,
  to: text,
  controls: list(text),
  change: maybe(object({ percent: number, low: number, high: number, found: flag })),
  missing: maybe(word(MISSING, 'other')),
  asLarge: withDefault(count, 0),
  weeks: list(object({ from: text, days: count, sheds: number, controls: number })),
});
export type Effect = Of<typeof effect>;
export type Change = NonNullable<Effect['change']>;
export type EffectWeek = Effect['weeks'][number];
