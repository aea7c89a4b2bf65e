import {
  count,
  instant,
  list,
  maybe,
  number,
  object,
  Problem,
  text,
  withDefault,
  word,
  type Of,
  type Shape,
} from './shape';

export const USAGES = ['free', 'charging', 'finished', 'tripped', 'faulted', 'disabled', 'unknown'] as const;
export type Usage = (typeof USAGES)[number];

export interface Name {
  readonly zh: string;
  readonly en: string;
}

/** A name is one string for all languages, or `{zh, en}`. */
export const name: Shape<Name> = (value, at) => {
  if (typeof value === 'string') return { zh: value, en: value };
  const both = bothNames(value, at);
  if (both instanceof Problem) return new Problem(at, 'a name');
  const some = both.zh ?? both.en;
  return some === undefined ? new Problem(at, 'a name') : { zh: both.zh ?? some, en: both.en ?? some };
};
const bothNames = object({ zh: maybe(text), en: maybe(text) });

/** A time with the interval that holds it four times in five. */
export const expected = object({ at: instant, from: instant, to: instant });
export type Expected = Of<typeof expected>;

/**
 * `nextFree` only while the shed is full; `fullChance` is the chance (0 to 1) of being full at each full hour, the
 * first one at `fullFrom`.
 */
export const forecast = object({
  nextFree: maybe(expected),
  fullFrom: maybe(instant),
  fullChance: withDefault(list(number), []),
});

/**
 * Every quantity may be missing; `at` is the time of the reading, `since` of the usage. Where the usage is unknown
 * because the shed is silent, `lastUsage` is what was heard last.
 */
export const socket = object({
  socket: count,
  usage: word(USAGES, 'unknown'),
  relay: maybe(word(['closed', 'open', 'unknown'], 'unknown')),
  volts: maybe(number),
  amperes: maybe(number),
  watts: maybe(number),
  wattHours: maybe(number),
  celsius: maybe(number),
  at: maybe(instant),
  since: maybe(instant),
  lastUsage: maybe(word(USAGES, 'unknown')),
  /** When its charge is expected to be full; only while it charges. */
  finish: maybe(expected),
});
export type Socket = Of<typeof socket>;

export const counts = object({
  sockets: count,
  free: count,
  charging: count,
  finished: count,
  unusable: count,
  unknown: count,
});
export type Counts = Of<typeof counts>;

export const maintenance = object({
  until: instant,
  why: maybe(text),
  startedBy: maybe(text),
  startedAt: maybe(instant),
});
export type Maintenance = Of<typeof maintenance>;

/** `at` is the server's time when it said so; residents get no sockets, or sockets without quantities. */
export const shed = object({
  shed: text,
  name,
  x: number,
  y: number,
  state: word(['online', 'offline', 'lost', 'unknown'], 'unknown'),
  heardAt: maybe(instant),
  counts,
  sockets: maybe(list(socket)),
  maintenance: maybe(maintenance),
  forecast: maybe(forecast),
  at: maybe(instant),
});
export type Shed = Of<typeof shed>;

export const sheds = object({ at: instant, sheds: list(shed) });
export type Sheds = Of<typeof sheds>;
