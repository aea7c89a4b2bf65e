import { INCIDENT_STATES, SEVERITIES } from './alerts';
import { estimate } from './pressure';
import { count, duration, flag, instant, list, maybe, number, object, text, word, type Of } from './shape';

export const WAYS = ['on-the-spot', 'outside'] as const;
export const PARTIES = [
  'staff',
  'police',
  'fire-service',
  'lawyer',
  'street-office',
  'contractor',
  'other',
] as const;
/** What people enter by hand; any other word is shown as it is. */
export const ENTRY_KINDS = [
  'fly-line',
  'indoor-charging',
  'blocked-exit',
  'fire',
  'damage',
  'injury',
  'other',
] as const;

/** An incident with who sees to it, and until when. */
export const work = object({
  incident: text,
  kind: text,
  severity: word(SEVERITIES, 'major'),
  shed: maybe(text),
  socket: maybe(count),
  building: maybe(text),
  openedAt: instant,
  state: word(INCIDENT_STATES, 'open'),
  assignedTo: maybe(text),
  party: maybe(text),
  dueAt: maybe(instant),
  way: maybe(text),
});
export type Work = Of<typeof work>;
export const workPage = object({ items: list(work), next: maybe(text) });

export const files = object({
  items: list(object({ digest: text, kind: text, bytes: count, by: text, at: instant })),
});
export type IncidentFile = Of<typeof files>['items'][number];

/** The part of an evidence pack that a page draws. */
export const pack = object({
  from: number,
  to: number,
  curve: list(object({ at: number, socket: count, watts: maybe(number) })),
});

export const verification = object({
  at: instant,
  whole: flag,
  events: count,
  head: text,
  files: count,
  found: count,
  findings: list(object({ kind: text, number: count, says: text })),
});
export type Verification = Of<typeof verification>;

const counts = list(object({ name: text, count }));
const times = object({ count, median: maybe(duration), ninth: maybe(duration) });
const subjects = list(object({ kind: text, shed: text, socket: count, count }));
const turnedAway = object({
  days: count,
  fittedAt: instant,
  darkHours: number,
  total: estimate,
  groups: list(object({ buildings: list(text), turnedAway: estimate })),
  sheds: list(object({ shed: text, fullHours: number, arrivals: count, turnedAway: estimate })),
});
export type MonthPressure = Of<typeof turnedAway>;

export const month = object({
  month: text,
  from: instant,
  to: instant,
  incidents: count,
  kinds: counts,
  sheds: counts,
  stillOpen: count,
  overdue: count,
  acknowledge: times,
  close: times,
  sessions: count,
  wattHours: number,
  alerts: object({
    alerts: count,
    perDay: number,
    peakTenMinutes: count,
    floodShare: number,
    standing: count,
    topShare: number,
    chattering: subjects,
    top: subjects,
  }),
  flyLines: object({ reported: count, visits: count, found: count, cleared: count }),
  pressure: maybe(turnedAway),
});
export type Month = Of<typeof month>;
