import { common } from '../i18n/catalogue/common';
import { residents } from '../i18n/catalogue/residents';
import { dayTime, whole } from '../i18n/format';
import { speaker } from '../i18n/speak';
import { nameOf, sayTrouble } from '../i18n/words';
import { mostFreeFirst, offerOf } from '../state/free';
import { LanguageSwitch } from '../ui/language';
import { Wordmark } from '../ui/wordmark';
import { Note } from '../ui/note';
import { Age } from '../ui/now';
import { StaleBanner } from '../ui/stale';
import { useStore } from '../ui/store';
import type { Shed } from '../wire/sheds';
import { free } from './follow';

const say = speaker({ ...common, ...residents });

/** Free sockets of all sheds, in one look. */
export function FreeList() {
  const { sheds, stale, trouble, heardMark } = useStore(free, state => state);
  const total = sheds.reduce(
    (sum, shed) => sum + (offerOf(shed, stale) === 'free' ? shed.counts.free : 0),
    0,
  );
  return (
    <>
      <header class="head">
        <p class="wordmark">
          <Wordmark />
        </p>
        <LanguageSwitch />
      </header>
      <main class={stale ? 'free-page stale' : 'free-page'}>
        <h1>{say('heading')}</h1>
        {stale && <StaleBanner mark={heardMark} />}
        {trouble && !stale && <Note tone="bad">{sayTrouble(trouble)}</Note>}
        {heardMark === 0 && !trouble && <p class="quiet">{say('loading')}</p>}
        {heardMark > 0 && !stale && <p class="sum">{say('free.all', { n: whole(total) })}</p>}
        <ul class="free-list">
          {mostFreeFirst(sheds, stale).map(shed => (
            <FreeCard key={shed.shed} shed={shed} stale={stale} />
          ))}
        </ul>
        <p class="quiet">{say('safety')}</p>
      </main>
    </>
  );
}

function FreeCard({ shed, stale }: { shed: Shed; stale: boolean }) {
  const offer = offerOf(shed, stale);
  const name = nameOf(shed.name);
  return (
    <li class={`free-card offer-${offer}`}>
      <p class="spoken">
        {say(`sentence.${offer}`, { name, free: shed.counts.free, n: shed.counts.sockets })}
      </p>
      <div aria-hidden="true">
        <h2>{name}</h2>
      </div>
      <p class="offer" aria-hidden="true">
        {offer === 'free' && (
          <>
            <span class="figure">{shed.counts.free}</span> {say('free')}
          </>
        )}
        {offer === 'full' && say('full')}
        {offer === 'unknown' && say('cannot.say')}
      </p>
      <p class="quiet heard">
        {say('of.sockets', { n: shed.counts.sockets })} ·{' '}
        {shed.maintenance ? (
          say('maintenance', { until: dayTime(shed.maintenance.until) })
        ) : (
          <HeardAge at={shed.heardAt} />
        )}
      </p>
    </li>
  );
}

function HeardAge({ at }: { at: number | undefined }) {
  const [before, after] = say('heard.label', { age: '\u0001' }).split('\u0001');
  return (
    <>
      {before}
      <Age at={at} />
      {after}
    </>
  );
}
