import { count, flag, instant, list, maybe, number, object, text, withDefault, word, type Of } from './shape';
import { expected, name, USAGES } from './sheds';

/** The charge at one socket; what is not measured, or not under way, is missing. */
export const charge = object({
  shed: text,
  name,
  socket: count,
  usage: word(USAGES, 'unknown'),
  watts: maybe(number),
  startedAt: maybe(instant),
  wattHours: maybe(number),
  finishedAt: maybe(instant),
  finish: maybe(expected),
});
export type Charge = Of<typeof charge>;

export const REPORT_STATES = ['open', 'acknowledged', 'resolved', 'closed'] as const;

/** A report of a fly-line as its reporter sees it. */
export const report = object({
  report: text,
  building: text,
  reportedAt: instant,
  state: word(REPORT_STATES, 'open'),
  answer: maybe(text),
});
export type Report = Of<typeof report>;

/** A report as staff see it: with what was seen, whether there is a photo, and the incident it belongs to. */
export const staffReport = object({
  report: text,
  building: text,
  reportedAt: instant,
  state: word(REPORT_STATES, 'open'),
  answer: maybe(text),
  answeredAt: maybe(instant),
  place: withDefault(text, ''),
  note: withDefault(text, ''),
  photo: withDefault(flag, false),
  incident: maybe(text),
});
export type StaffReport = Of<typeof staffReport>;
export const staffReports = object({ items: list(staffReport) });
