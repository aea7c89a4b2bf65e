import { count, flag, instant, maybe, number, object, page, text, word, type Of } from './shape';
import { name } from './sheds';

export const SEVERITIES = ['critical', 'major', 'minor'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const ALERT_STATES = [
  'active-unacknowledged',
  'active-acknowledged',
  'cleared-unacknowledged',
  'closed',
] as const;
export type AlertState = (typeof ALERT_STATES)[number];

/** An unknown severity counts as major and an unknown state as unacknowledged: better looked at than overlooked. */
export const alert = object({
  alert: text,
  rule: text,
  kind: maybe(text),
  severity: word(SEVERITIES, 'major'),
  shed: maybe(text),
  socket: maybe(count),
  building: maybe(text),
  state: word(ALERT_STATES, 'active-unacknowledged'),
  raisedAt: instant,
  clearedAt: maybe(instant),
  clearedWhy: maybe(text),
  acknowledgedBy: maybe(text),
  acknowledgedAt: maybe(instant),
  assignedTo: maybe(text),
  shelvedUntil: maybe(instant),
  inhibitedBy: maybe(text),
  incident: maybe(text),
  measured: maybe(number),
  limit: maybe(number),
  relayOpened: maybe(flag),
  flapping: maybe(flag),
  escalatedAt: maybe(instant),
  detail: maybe(name),
});
export type Alert = Of<typeof alert>;
export const alerts = page(alert);

export const INCIDENT_STATES = ['open', 'acknowledged', 'resolved', 'closed'] as const;

export const incident = object({
  incident: text,
  kind: text,
  severity: word(SEVERITIES, 'major'),
  shed: maybe(text),
  socket: maybe(count),
  building: maybe(text),
  openedAt: instant,
  state: word(INCIDENT_STATES, 'open'),
  assignedTo: maybe(text),
});
export type Incident = Of<typeof incident>;
export const incidents = page(incident);

/**
 * One line of an incident's story. `detail` is JSON text exactly as it was hashed; `text` is what a person wrote, kept
 * outside the hash so that it can be erased.
 */
export const incidentEvent = object({
  number: maybe(count),
  at: instant,
  event: text,
  who: maybe(text),
  detail: maybe(text),
  text: maybe(text),
});
export type IncidentEvent = Of<typeof incidentEvent>;
/** What a detail may say that a person reads; the rest is for the verifier. */
export const eventDetail = object({
  kind: maybe(text),
  measured: maybe(number),
  limit: maybe(number),
  detail: maybe(name),
  erased: maybe(text),
});

export const incidentEvents = page(incidentEvent);
