import { useState } from 'preact/hooks';
import { dayTime, full, length, MISSING, watts, wattHours } from '../i18n/format';
import { nameOf } from '../i18n/words';
import { PagedList, usePages } from '../ui/pages';
import { Since } from '../ui/now';
import { useStore } from '../ui/store';
import { sessions, type Session } from '../wire/history';
import { paths, query } from '../wire/paths';
import { desk } from './hands';
import { say, shedName } from './words';

const PAGE = 50;

/** Who charged how long and how much: newest first. */
export function SessionsPage() {
  const sheds = useStore(desk, state => state.board.sheds);
  const [shed, setShed] = useState('');
  const pages = usePages(
    sessions,
    cursor => paths.sessions + query({ shed: shed || undefined, limit: PAGE, cursor }),
    shed,
  );
  return (
    <main id="content" class="page panel" tabIndex={-1}>
      <header class="panel-head">
        <h1>{say('sessions.title')}</h1>
        <label class="filter">
          <span>{say('sessions.shed')}</span>
          <select value={shed} onChange={event => setShed(event.currentTarget.value)}>
            <option value="">{say('sessions.all')}</option>
            {sheds.map(each => (
              <option key={each.shed} value={each.shed}>
                {nameOf(each.name)}
              </option>
            ))}
          </select>
        </label>
      </header>
      <PagedList pages={pages} empty={say('sessions.empty')}>
        <table class="wide-table">
          <thead>
            <tr>
              <th scope="col">{say('sessions.started')}</th>
              <th scope="col">{say('sessions.shed')}</th>
              <th scope="col" class="number">
                {say('sessions.socket')}
              </th>
              <th scope="col" class="number">
                {say('sessions.length')}
              </th>
              <th scope="col" class="number">
                {say('sessions.energy')}
              </th>
              <th scope="col" class="number">
                {say('sessions.peak')}
              </th>
              <th scope="col">{say('sessions.end')}</th>
            </tr>
          </thead>
          <tbody>
            {pages.items.map(each => (
              <SessionRow key={each.session} session={each} shed={shedName(sheds, each.shed)} />
            ))}
          </tbody>
        </table>
      </PagedList>
    </main>
  );
}

function SessionRow({ session, shed }: { session: Session; shed: string }) {
  const running = session.endedAt === undefined;
  return (
    <tr class={running ? 'running' : ''}>
      <td>
        <time dateTime={new Date(session.startedAt).toISOString()} title={full(session.startedAt)}>
          {dayTime(session.startedAt)}
        </time>
      </td>
      <td>
        <a href={`#/shed/${session.shed}/${session.socket}`}>{shed}</a>
      </td>
      <td class="number">{session.socket}</td>
      <td class="number">
        {session.endedAt === undefined ? (
          <Since at={session.startedAt} />
        ) : (
          length(session.endedAt - session.startedAt)
        )}
      </td>
      <td class="number strong">{wattHours(session.wattHours)}</td>
      <td class="number">{watts(session.peakWatts)}</td>
      <td>
        {running ? say('sessions.running') : session.stopReason ? say(`stop.${session.stopReason}`) : MISSING}
      </td>
    </tr>
  );
}
