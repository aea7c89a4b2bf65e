import { count, flag, list, maybe, number, object, text, withDefault, word, type Of } from './shape';
import { name } from './sheds';

export const ROLES = ['resident', 'staff', 'officer', 'admin'] as const;

export const me = object({ user: withDefault(text, ''), role: word(ROLES, 'resident') });
export type Me = Of<typeof me>;

/** Officers change rosters, routes and rules; the server has the last word. */
export function isOfficer(me: Me): boolean {
  return me.role === 'officer' || me.role === 'admin';
}

export const site = object({
  site: text,
  name,
  timezone: text,
  illustration: withDefault(flag, false),
  grids: withDefault(list(object({ grid: text, name })), []),
  buildings: list(
    object({
      building: text,
      name: maybe(name),
      grid: maybe(text),
      households: maybe(count),
      x: number,
      y: number,
    }),
  ),
  sheds: list(object({ shed: text, name, sockets: count, x: number, y: number })),
  /** Telephone of the property management, as somebody wrote it. */
  hotline: maybe(text),
});
export type Site = Of<typeof site>;
