import { useEffect, useState } from 'preact/hooks';
import { common } from '../i18n/catalogue/common';
import { wish as words } from '../i18n/catalogue/wish';
import { hourMinute } from '../i18n/format';
import { speaker } from '../i18n/speak';
import { sayTrouble } from '../i18n/words';
import type { Waiting } from '../state/wish';
import { Note } from '../ui/note';
import { useStore } from '../ui/store';
import type { FreeWish } from '../wire/wish';
import { allowSound } from './alarm';
import { PushOffer } from './push';
import { askFor, giveUp, look, placeOf, shedName, takeUp, waiting } from './waiting';
import './mine.css';

const say = speaker({ ...common, ...words });

/** "Call me when a socket near me is free": asked for once, then the open page calls. */
export function NearPart({ home, shed }: { home: string; shed: string | undefined }) {
  const state = useStore(waiting, each => each);
  const [busy, setBusy] = useState(false);
  useEffect(takeUp, []);
  const where = shed !== undefined ? { sheds: [shed] } : home !== '' ? { building: home } : undefined;
  if (state.wish)
    return (
      <div class="mine">
        {state.trouble && <Note tone="calm">{sayTrouble(state.trouble)}</Note>}
        <Asked wish={state.wish} />
      </div>
    );
  return (
    <div class="mine">
      {state.ended && <Note tone="calm">{say(`near.${state.ended}`)}</Note>}
      {state.trouble && <Note tone="bad">{refusal(state)}</Note>}
      <p>{shed === undefined ? say('near.what') : say('near.what.shed', { name: shedName(shed) })}</p>
      {where ? (
        <button
          type="button"
          disabled={busy}
          onClick={() => {
            allowSound();
            setBusy(true);
            void askFor(where).then(() => setBusy(false));
          }}
        >
          {state.ended ? say('near.again') : say('near.ask')}
        </button>
      ) : (
        <Note tone="calm">{say('near.where')}</Note>
      )}
      <p class="quiet">{say('near.note')}</p>
    </div>
  );
}

function refusal({ trouble }: Waiting): string {
  return trouble!.status === 429 || trouble!.status === 503 ? say('near.many') : sayTrouble(trouble!);
}

/** The place in the line, or the socket that is left to this phone for a while. */
function Asked({ wish }: { wish: FreeWish }) {
  if (wish.offer)
    return (
      <>
        <Note tone="bad">
          {say('near.offered', { place: placeOf(wish), time: hourMinute(wish.offer.until) })}
        </Note>
        <button type="button" onClick={giveUp}>
          {say('near.pass')}
        </button>
      </>
    );
  return (
    <>
      <Note tone="calm">{say('near.waiting', { n: wish.place ?? 1, time: hourMinute(wish.expiresAt) })}</Note>
      <p>{say('near.sheds', { names: wish.sheds.map(shedName).join(say('near.comma')) })}</p>
      <PushOffer token={wish.wish} on={wish.push} quiet={say('near.note')} onTold={() => void look()} />
      <button type="button" onClick={giveUp}>
        {say('near.stop')}
      </button>
    </>
  );
}
