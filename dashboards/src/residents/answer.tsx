import { hourMinute } from '../i18n/format';
import { nameOf } from '../i18n/words';
import { mostFreeFirst, offerOf } from '../state/free';
import { nearestFree, passedOver, soonestFree, walkMinutes } from '../state/walk';
import type { Shed } from '../wire/sheds';
import type { Start } from './page';
import { roundUp, say } from './words';

/** The one sentence that most people came for; read out when it changes. */
export function Answer(props: {
  sheds: readonly Shed[];
  start: Start | undefined;
  stale: boolean;
  loading: boolean;
}) {
  const words = props.loading ? say('loading') : answerOf(props.sheds, props.start, props.stale);
  return (
    <p class="answer" role="status">
      {words}
    </p>
  );
}

function answerOf(sheds: readonly Shed[], start: Start | undefined, stale: boolean): string {
  const free = start ? nearestFree(sheds, start.at, stale) : undefined;
  if (start && free) {
    const fill = { name: nameOf(free.name), free: free.counts.free };
    if (free.shed === start.shed) return say('answer.here', fill);
    const walk = say('walk', { n: walkMinutes(start.at, free) });
    const full = passedOver(sheds, start.at, stale);
    return full
      ? say('answer.redirect', { ...fill, walk, full: nameOf(full.name) })
      : say('answer.free', { ...fill, walk });
  }
  const offers = sheds.map(shed => offerOf(shed, stale));
  if (!start && offers.includes('free')) {
    const most = mostFreeFirst(sheds, stale)[0]!;
    return `${nameOf(most.name)}${say('comma')}${say('sentence.free', { free: most.counts.free, n: most.counts.sockets })}`;
  }
  if (offers.every(offer => offer === 'unknown')) return say('answer.unknown');
  const soonest = start && !stale ? soonestFree(sheds, start.at) : undefined;
  if (!soonest) return say('answer.full');
  const time = hourMinute(roundUp(soonest.forecast!.nextFree!.at));
  return say('answer.soonest', { name: nameOf(soonest.name), time });
}
