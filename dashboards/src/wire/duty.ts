import { count, flag, instant, list, maybe, object, text, withDefault, word, type Of } from './shape';

/** A person and how that person is reached; empty text where a way is not known. */
export const contact = object({
  contact: text,
  name: text,
  phone: withDefault(text, ''),
  email: withDefault(text, ''),
});
export type Contact = Of<typeof contact>;
export const contacts = object({ items: list(contact) });

export const shift = object({ shift: text, contact, from: instant, to: instant });
export type Shift = Of<typeof shift>;

/** Who is on duty now, and the shifts that touch the time asked for. */
export const duty = object({ at: instant, now: list(contact), shifts: list(shift) });
export type Duty = Of<typeof duty>;

export const grid = object({ grid: text, leader: maybe(contact) });
export type Grid = Of<typeof grid>;
export const grids = object({ items: list(grid) });

/** A note of one shift for the next, with how much was open then. */
export const handoverNote = object({
  at: instant,
  by: text,
  text,
  openAlerts: count,
  openIncidents: count,
});
export type HandoverNote = Of<typeof handoverNote>;
export const handover = object({ openAlerts: count, openIncidents: count, notes: list(handoverNote) });

/** Something that is looked at every so many days; `result` is that of the newest round. */
export const inspection = object({
  inspection: text,
  name: text,
  shed: maybe(text),
  everyDays: count,
  dueAt: instant,
  overdue: flag,
  doneAt: maybe(instant),
  doneBy: maybe(text),
  result: maybe(word(['sound', 'defect'], 'defect')),
  note: maybe(text),
});
export type Inspection = Of<typeof inspection>;
export const inspections = object({ items: list(inspection) });
