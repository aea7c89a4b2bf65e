import { useEffect, useRef, useState } from 'preact/hooks';
import { common } from '../i18n/catalogue/common';
import { mine } from '../i18n/catalogue/mine';
import { wish } from '../i18n/catalogue/wish';
import { day, dayTime, hourMinute, wattHours, watts } from '../i18n/format';
import { speaker } from '../i18n/speak';
import { nameOf, sayTrouble } from '../i18n/words';
import { codeOf } from '../state/charge';
import type { ChargeNews } from '../state/wish';
import { MarkIcon } from '../ui/mark';
import { Note } from '../ui/note';
import { ask, type Answer } from '../wire/api';
import { charge as shape, type Charge } from '../wire/mine';
import { paths } from '../wire/paths';
import { allowSound, lookWhenPushed, ring } from './alarm';
import { useTold } from './charge-told';
import { serverTime } from './follow';
import { PushOffer } from './push';
import './mine.css';

const say = speaker({ ...common, ...mine, ...wish });
const AGAIN_MILLIS = 20_000;

/** My charge: the socket's code, what it gives, and a page that tells when it is over. */
export function MyCharge({ scanned }: { scanned: string }) {
  const [typed, setTyped] = useState(scanned);
  const [code, setCode] = useState(codeOf(scanned));
  const [wrong, setWrong] = useState(scanned !== '' && !codeOf(scanned));
  return (
    <div class="mine">
      <form
        onSubmit={event => {
          event.preventDefault();
          setCode(codeOf(typed));
          setWrong(!codeOf(typed));
        }}
      >
        <label for="socket-code">{say('charge.code')}</label>
        <div class="mine-row">
          <input
            id="socket-code"
            value={typed}
            autocomplete="off"
            autocapitalize="off"
            onInput={event => setTyped(event.currentTarget.value)}
          />
          <button type="submit">{say('charge.look')}</button>
        </div>
        <p class="quiet">{say('charge.hint')}</p>
      </form>
      {wrong && <Note tone="bad">{say('charge.wrong')}</Note>}
      {code && <Watched key={`${code.shed}-${code.socket}`} {...code} />}
    </div>
  );
}

function Watched({ shed, socket }: { shed: string; socket: number }) {
  const [answer, setAnswer] = useState<Answer<Charge>>();
  const [news, setNews] = useState<string>();
  const usage = useRef<Charge['usage']>('unknown');
  const told = useTold(shed, socket, (what, push) => {
    const words = wordsOf(what, usage.current);
    setNews(words);
    ring({ what, words, push });
  });
  const lookAtWish = useRef(told.look);
  lookAtWish.current = told.look;
  useEffect(() => {
    let gone = false;
    const look = async () => {
      const heard = await ask(shape, paths.charge(shed, socket));
      if (gone) return;
      setAnswer(heard);
      if (heard.ok) usage.current = heard.value.usage;
      await lookAtWish.current();
    };
    void look();
    const timer = setInterval(() => void look(), AGAIN_MILLIS);
    const deaf = lookWhenPushed(look);
    return () => {
      gone = true;
      deaf();
      clearInterval(timer);
    };
  }, [shed, socket]);
  if (!answer) return <p class="quiet">{say('loading')}</p>;
  if (!answer.ok)
    return (
      <Note tone="bad">
        {answer.trouble.status === 404 ? say('charge.wrong') : sayTrouble(answer.trouble)}
      </Note>
    );
  return (
    <>
      <Facts charge={answer.value} />
      {news && <Note tone="bad">{news}</Note>}
      {told.refused && <Note tone="bad">{sayTrouble(told.refused)}</Note>}
      {told.wish?.stage === 'full' && (
        <Note tone="calm">
          {say('charge.night', { from: told.wish.quiet.fromHour, to: told.wish.quiet.toHour })}
        </Note>
      )}
      {(answer.value.usage === 'charging' || told.wish) && (
        <>
          <button
            type="button"
            aria-pressed={told.wish !== undefined}
            onClick={() => {
              allowSound();
              setNews(undefined);
              told.turn();
            }}
          >
            {told.wish ? say(told.wish.push ? 'charge.tell.off' : 'charge.tell.on') : say('charge.tell')}
          </button>
          {told.wish ? (
            <PushOffer
              token={told.wish.wish}
              on={told.wish.push}
              quiet={say('charge.tell.note')}
              onTold={() => void told.look()}
            />
          ) : (
            <p class="quiet">{say('charge.tell.note')}</p>
          )}
        </>
      )}
    </>
  );
}

function wordsOf(news: ChargeNews, usage: Charge['usage']): string {
  if (news === 'stopped') return say('charge.stopped', { usage: say(`usage.${usage}`) });
  return say(`charge.${news}`);
}

/** The hour alone is today's. */
const when = (at: number) => (day(at) === day(serverTime()) ? hourMinute(at) : dayTime(at));

function Facts({ charge }: { charge: Charge }) {
  const { finish } = charge;
  const facts: [string, string][] = [];
  if (charge.startedAt !== undefined) facts.push([say('charge.since'), when(charge.startedAt)]);
  if (charge.usage === 'charging' && charge.watts !== undefined)
    facts.push([say('charge.power'), watts(charge.watts)]);
  if (charge.wattHours !== undefined) facts.push([say('charge.energy'), wattHours(charge.wattHours)]);
  if (charge.finishedAt !== undefined) facts.push([say('charge.full.at'), when(charge.finishedAt)]);
  if (finish)
    facts.push([
      say('charge.finish'),
      say('charge.finish.range', {
        at: hourMinute(finish.at),
        from: hourMinute(finish.from),
        to: hourMinute(finish.to),
      }),
    ]);
  return (
    <>
      <h2>{say('charge.place', { name: nameOf(charge.name), n: charge.socket })}</h2>
      <p class="mine-usage">
        <MarkIcon usage={charge.usage} /> {say(`usage.${charge.usage}`)}
      </p>
      {charge.usage === 'unknown' && <p class="quiet">{say('charge.silent')}</p>}
      {charge.usage === 'free' && facts.length > 0 && <p class="quiet">{say('charge.last')}</p>}
      <dl class="mine-facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
