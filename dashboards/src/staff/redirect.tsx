import { nameOf } from '../i18n/words';
import { redirectFrom } from '../state/walk';
import { useStore } from '../ui/store';
import type { Shed } from '../wire/sheds';
import { desk } from './hands';
import { say } from './words';

/** What to tell somebody who stands at this shed while it is full; nothing otherwise. */
export function Redirect({ shed }: { shed: Shed }) {
  const words = useStore(desk, ({ board }) => {
    const where = redirectFrom(shed, board.sheds, board.stale);
    if (where === undefined) return '';
    if (where === 'nowhere') return say('redirect.nowhere');
    return say('redirect.to', {
      shed: nameOf(where.to.name),
      free: where.to.counts.free,
      minutes: where.minutes,
    });
  });
  return words === '' ? null : <span class="redirect">{words}</span>;
}
