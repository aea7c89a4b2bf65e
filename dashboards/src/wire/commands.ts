import { count, instant, list, maybe, object, page, text, word, type Of } from './shape';

export const ACTIONS = ['open-relay', 'close-relay', 'reset-trip'] as const;
export type Action = (typeof ACTIONS)[number];

/** An order to one socket; `result` is missing while the shed has not answered. */
export const command = object({
  command: text,
  shed: text,
  socket: count,
  do: word(ACTIONS, 'open-relay'),
  by: maybe(text),
  at: instant,
  expiresAt: instant,
  result: maybe(word(['done', 'refused', 'expired'], 'refused')),
  reason: maybe(text),
  outcomeAt: maybe(instant),
});
export type Command = Of<typeof command>;
export const commands = page(command);
export const orderedCommands = object({ items: list(command) });
