import type { Charge } from '../wire/mine';

/** What somebody who asked to be told is told; undefined: nothing new. */
export type News = 'done' | 'stopped' | 'unplugged';

const STOPPED = ['tripped', 'faulted', 'disabled'];

/** What changed between two looks at one charge. Silence is no news: a shed that is not heard may charge on. */
export function newsOf(before: Charge | undefined, now: Charge): News | undefined {
  if (!before || before.usage === now.usage) return undefined;
  const charged = before.usage === 'charging' || before.usage === 'unknown';
  if (!charged) return undefined;
  if (now.usage === 'finished') return 'done';
  if (STOPPED.includes(now.usage)) return 'stopped';
  return now.usage === 'free' ? 'unplugged' : undefined;
}

/** `s07-3`, `S7 3`, `7-3`: shed and socket as people type them; undefined: not a code. */
export function codeOf(typed: string): { readonly shed: string; readonly socket: number } | undefined {
  const found = /^\s*(?:([a-z][a-z0-9-]*?)(\d+)|(\d+))[\s-]+(\d{1,3})\s*$/i.exec(typed);
  if (!found) return undefined;
  const [, letters = 's', lettered, bare, socket] = found;
  const digits = (lettered ?? bare)!;
  return { shed: letters.toLowerCase() + digits.padStart(2, '0'), socket: Number(socket) };
}
