/** `s07-3`, `S7 3`, `7-3`: shed and socket as people type them; undefined: not a code. */
export function codeOf(typed: string): { readonly shed: string; readonly socket: number } | undefined {
  const found = /^\s*(?:([a-z][a-z0-9-]*?)(\d+)|(\d+))[\s-]+(\d{1,3})\s*$/i.exec(typed);
  if (!found) return undefined;
  const [, letters = 's', lettered, bare, socket] = found;
  const digits = (lettered ?? bare)!;
  return { shed: letters.toLowerCase() + digits.padStart(2, '0'), socket: Number(socket) };
}
