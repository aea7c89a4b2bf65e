import { say, sayKind } from './words';

/** Why a shed refused, as its agent words it (edge-agent, Orders), and our words for it. */
const REASONS = [
  [/^it came too late$/, 'why.late'],
  [/^the agent restarted meanwhile$/, 'why.restarted'],
  [/^there is no socket \d+$/, 'why.nosocket'],
  [/^this socket has no relay$/, 'why.norelay'],
  [/^tripped by (.+): reset it first$/, 'why.tripped'],
  [/^the relay is welded: switch off at the board$/, 'why.welded'],
  [/^there is nothing to reset$/, 'why.nothing'],
  [/^only at the shed: (.+)$/, 'why.local'],
  [/^the cause persists: (.+)$/, 'why.persists'],
  [/^overtaken: /, 'why.overtaken'],
  [/^the relay did not follow$/, 'why.relay'],
] as const;

/** The reason in the reader's language; a reason that this version does not know is shown as the shed gave it. */
export function sayReason(reason: string): string {
  for (const [pattern, key] of REASONS) {
    const found = pattern.exec(reason);
    if (found) return say(key, { kinds: (found[1] ?? '').split(', ').map(sayKind).join(say('why.and')) });
  }
  return reason;
}
