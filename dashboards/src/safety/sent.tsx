import { useState } from 'preact/hooks';
import { dayTime, full, hourMinute } from '../i18n/format';
import { PagedList, usePages } from '../ui/pages';
import { NOTICE_STATES, notices, type Notice } from '../wire/notices';
import { paths, query } from '../wire/paths';
import { say, sayOutcome } from './notice-words';
import { say as sayPage } from './words';

const PAGE = 30;

/** Messages, the newest first: what was said where, and what became of it. */
export function SentList() {
  const [state, setState] = useState('');
  const pages = usePages(
    notices,
    cursor => paths.notices + query({ state: state || undefined, limit: PAGE, cursor }),
    state,
  );
  return (
    <section class="card" aria-labelledby="sent-title">
      <header class="card-head">
        <h2 id="sent-title">{say('sent.title')}</h2>
        <label class="head-end filter-line">
          <span>{say('sent.filter')}</span>
          <select value={state} onChange={event => setState(event.currentTarget.value)}>
            <option value="">{say('sent.all')}</option>
            {NOTICE_STATES.map(each => (
              <option key={each} value={each}>
                {say(`sent.state.${each}`)}
              </option>
            ))}
          </select>
        </label>
      </header>
      <PagedList pages={pages} empty={say('sent.empty')}>
        <ul class="lines">
          {pages.items.map(each => (
            <Line key={each.notice} one={each} />
          ))}
        </ul>
      </PagedList>
    </section>
  );
}

function Line({ one }: { one: Notice }) {
  return (
    <li class="sent-line">
      <p class="sent-when quiet">
        <time dateTime={new Date(one.madeAt).toISOString()} title={full(one.madeAt)}>
          {dayTime(one.madeAt)}
        </time>
        <span>{one.routeName}</span>
      </p>
      <details>
        <summary>{titleOf(one)}</summary>
        <p class="sent-text">{one.text}</p>
      </details>
      <p class={`sent-state state-${one.state}`}>
        <strong>{say(`sent.state.${one.state}`)}</strong>
        {fateOf(one).map(each => (
          <small key={each}>{each}</small>
        ))}
      </p>
    </li>
  );
}

/** The server writes the mark into the title itself; a title without it gets one here: a drill is never shown unmarked. */
function titleOf(one: Notice): string {
  const marked = one.title.includes('【演练】') || one.title.includes('DRILL');
  return one.drill && !marked ? sayPage('drill.what', { what: one.title }) : one.title;
}

function fateOf(one: Notice): string[] {
  return [
    one.state === 'sent' || !one.outcome ? '' : sayOutcome(one.outcome),
    one.attempts > 1 ? say('sent.attempts', { n: one.attempts }) : '',
    one.nextAt !== undefined && one.attempts > 0 ? say('sent.next', { at: hourMinute(one.nextAt) }) : '',
    one.maybeTwice ? say('sent.twice') : '',
  ].filter(Boolean);
}
