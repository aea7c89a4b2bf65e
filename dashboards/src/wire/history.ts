import { count, duration, instant, list, maybe, number, object, page, text, word, type Of } from './shape';

/** One bucket of a series; a quantity that was not measured is missing. `wattHours` is the bucket's energy. */
export const point = object({
  at: instant,
  wattsMean: maybe(number),
  wattsMin: maybe(number),
  wattsMax: maybe(number),
  amperesMean: maybe(number),
  amperesMax: maybe(number),
  voltsMean: maybe(number),
  celsiusMax: maybe(number),
  wattHours: maybe(number),
});
export type Point = Of<typeof point>;

export const series = object({ every: duration, points: list(point) });
export type Series = Of<typeof series>;

export const STOP_REASONS = [
  'unplugged',
  'full-cut',
  'time-cut',
  'tripped',
  'commanded',
  'fault',
  'unknown',
] as const;

export const session = object({
  session: text,
  shed: text,
  socket: count,
  startedAt: instant,
  endedAt: maybe(instant),
  finishedAt: maybe(instant),
  wattHours: maybe(number),
  peakWatts: maybe(number),
  stopReason: maybe(word(STOP_REASONS, 'unknown')),
});
export type Session = Of<typeof session>;
export const sessions = page(session);

/** A message that the server could not read, for staff. */
export const rejectedMessage = object({
  number: maybe(count),
  receivedAt: instant,
  topic: text,
  reason: text,
  detail: maybe(text),
  body: maybe(text),
});
export type RejectedMessage = Of<typeof rejectedMessage>;
export const rejectedMessages = page(rejectedMessage);

/** A run of messages of one start of an agent that never came, or may still come. */
export const lostMessages = page(
  object({ shed: text, boot: text, fromSeq: count, toSeq: count, why: text, notedAt: instant }),
);
