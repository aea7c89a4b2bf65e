/**
 * Total parsers. Whatever comes in, a typed value or a {@link Problem} out. Nothing here throws; a stranger's mistake is
 * a value. Unknown fields are ignored, unknown words become the fallback that the shape names.
 */
export class Problem {
  /** @param at path inside the message, like `sheds[3].counts.free` */
  constructor(
    readonly at: string,
    readonly expected: string,
  ) {}

  toString(): string {
    return `${this.at || 'message'}: expected ${this.expected}`;
  }
}

/** Reads one value; `at` is its path, for the problem. */
export type Shape<T> = (value: unknown, at: string) => T | Problem;
export type Of<S> = S extends Shape<infer T> ? T : never;

/** More items than this in one list are a problem: no page shows them, and no phone should hold them. */
export const MAX_ITEMS = 20_000;

export const text: Shape<string> = (value, at) =>
  typeof value === 'string' ? value : new Problem(at, 'text');

export const number: Shape<number> = (value, at) =>
  typeof value === 'number' && Number.isFinite(value) ? value : new Problem(at, 'a number');

export const count: Shape<number> = (value, at) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : new Problem(at, 'a whole number from 0');

export const flag: Shape<boolean> = (value, at) =>
  typeof value === 'boolean' ? value : new Problem(at, 'true or false');

/** ISO 8601 with offset to epoch milliseconds. A time without an offset would mean the phone's zone: a problem. */
export const instant: Shape<number> = (value, at) => {
  if (typeof value === 'string' && /T.*(Z|[+-]\d\d:?\d\d)$/.test(value)) {
    const millis = Date.parse(value);
    if (Number.isFinite(millis)) return millis;
  }
  return new Problem(at, 'an ISO 8601 time with offset');
};

/** ISO 8601 duration of days to seconds, to milliseconds. */
export const duration: Shape<number> = (value, at) => {
  const part =
    typeof value === 'string' && value.length > 2 && value.length < 32 ? DURATION.exec(value) : null;
  if (!part || value === 'PT') return new Problem(at, 'an ISO 8601 duration');
  const [days, hours, minutes, seconds] = [part[1], part[2], part[3], part[4]].map(each => Number(each ?? 0));
  return (((days! * 24 + hours!) * 60 + minutes!) * 60 + seconds!) * 1000;
};
const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** One of the words; another word (a newer server's) becomes the fallback, another type is a problem. */
export function word<const W extends string>(words: readonly W[], fallback: W): Shape<W> {
  return (value, at) => {
    if (typeof value !== 'string') return new Problem(at, `one of ${words.join(' ')}`);
    return (words as readonly string[]).includes(value) ? (value as W) : fallback;
  };
}

/** Absent and null are the same: undefined. */
export function maybe<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value, at) => (value === undefined || value === null ? undefined : shape(value, at));
}

export function withDefault<T>(shape: Shape<T>, fallback: T): Shape<T> {
  return (value, at) => (value === undefined || value === null ? fallback : shape(value, at));
}

export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value, at) => {
    if (!Array.isArray(value) || value.length > MAX_ITEMS)
      return new Problem(at, `a list of at most ${MAX_ITEMS}`);
    const items: T[] = [];
    for (let index = 0; index < value.length; index++) {
      const item = shape(value[index], `${at}[${index}]`);
      if (item instanceof Problem) return item;
      items.push(item);
    }
    return items;
  };
}

export function object<S extends Record<string, Shape<unknown>>>(
  fields: S,
): Shape<{ readonly [K in keyof S]: Of<S[K]> }> {
  const names = Object.keys(fields);
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return new Problem(at, 'an object');
    const result: Record<string, unknown> = {};
    for (const name of names) {
      const field = fields[name]!((value as Record<string, unknown>)[name], at ? `${at}.${name}` : name);
      if (field instanceof Problem) return field;
      result[name] = field;
    }
    return result as { [K in keyof S]: Of<S[K]> };
  };
}

/** A list that comes page by page. */
export function page<T>(
  item: Shape<T>,
): Shape<{ readonly items: readonly T[]; readonly next: string | undefined }> {
  return object({ items: list(item), next: maybe(text) });
}

export function parse<T>(shape: Shape<T>, value: unknown): T | Problem {
  return shape(value, '');
}

/** Text that should be JSON of that shape. */
export function parseJson<T>(shape: Shape<T>, json: string): T | Problem {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return new Problem('', 'JSON');
  }
  return shape(value, '');
}
