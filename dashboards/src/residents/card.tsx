import { useState } from 'preact/hooks';
import { age, dayTime } from '../i18n/format';
import { nameOf } from '../i18n/words';
import { offerOf } from '../state/free';
import { useNow } from '../ui/now';
import type { Shed } from '../wire/sheds';
import { part } from './part';
import { say, sentenceOf, untilWhen } from './words';

const Tonight = part(() => import('./tonight').then(loaded => loaded.Tonight));

/** One shed: a digit to be read from afar, and one sentence for those who listen. */
export function ShedCard(props: {
  shed: Shed;
  stale: boolean;
  walk: number | undefined;
  here: boolean;
  favourite: boolean;
  onFavourite: () => void;
}) {
  const { shed, stale, walk } = props;
  const [open, setOpen] = useState(false);
  const offer = offerOf(shed, stale);
  const name = nameOf(shed.name);
  const sentence = useNow(now => sentenceOf({ shed, offer, walk, now }));
  const heard = useNow(now =>
    shed.heardAt === undefined || now === 0 ? say('age.never') : age(Math.max(0, now - shed.heardAt)),
  );
  return (
    <li class={`free-card offer-${offer}${props.here ? ' here' : ''}`}>
      <h2>
        <span class="spoken">{sentence}</span>
        <span aria-hidden="true">{name}</span>
      </h2>
      <div class="offer" aria-hidden="true">
        {offer === 'free' && (
          <>
            <span class="figure">{shed.counts.free}</span> {say('free')}
          </>
        )}
        {offer === 'full' && untilWhen(shed)}
        {offer === 'unknown' && say('cannot.say')}
      </div>
      <p class="quiet facts" aria-hidden="true">
        {props.here ? (
          <strong>{say('here')}</strong>
        ) : (
          walk !== undefined && <strong>{say('walk', { n: walk })}</strong>
        )}
        <span>{say('of.sockets', { n: shed.counts.sockets })}</span>
        <span>
          {shed.maintenance
            ? say('maintenance', { until: dayTime(shed.maintenance.until) })
            : stale && shed.counts.free > 0
              ? say('last.known', { age: heard, n: shed.counts.free })
              : say('heard.label', { age: heard })}
        </span>
      </p>
      <p class="card-acts">
        <button
          type="button"
          class="star"
          aria-pressed={props.favourite}
          aria-label={say('favourite.label', { name })}
          onClick={props.onFavourite}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8z" />
          </svg>
        </button>
        <button
          type="button"
          aria-expanded={open}
          aria-label={say('more.label', { name })}
          onClick={() => setOpen(!open)}
        >
          {say('more.short')}
        </button>
      </p>
      {open && <Tonight shed={shed} stale={stale} />}
    </li>
  );
}
