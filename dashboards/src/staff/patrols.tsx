import { useState } from 'preact/hooks';
import { day, dayTime, hourMinute, tenths, whole } from '../i18n/format';
import { buildingName, nameOf, sayTrouble } from '../i18n/words';
import { Unanswered, useAnswer, useRenewed } from '../ui/answer';
import { Note } from '../ui/note';
import { useStore } from '../ui/store';
import { send, type Trouble } from '../wire/api';
import { paths } from '../wire/paths';
import { patrol, patrols, type Patrols } from '../wire/patrols';
import type { Site } from '../wire/people';
import { desk } from './hands';
import './patrols.css';
import { Walk } from './patrol-walk';
import { say } from './words';

const MINUTES = [30, 45, 60, 90, 120] as const;
const HOURS = [17, 18, 19, 20, 21, 22, 23] as const;
const USUAL_MINUTES = 60;

/** Where to walk tonight, planned walks, and what they find. */
export function PatrolsPage() {
  const site = useStore(desk, state => state.site);
  const asked = useAnswer(patrols, paths.patrols);
  useRenewed(asked);
  return (
    <main id="content" class="page patrols" tabIndex={-1}>
      <section class="panel" aria-labelledby="patrols-title">
        <header class="panel-head">
          <h1 id="patrols-title">{say('patrols.title')}</h1>
        </header>
        <div class="patrols-told">
          <p>{say('patrols.what')}</p>
          <Unanswered asked={asked} />
          {asked.value && <Basis told={asked.value} />}
          {asked.value?.basis && <Plan onDone={asked.again} />}
        </div>
      </section>
      {asked.value && site && (
        <section class="panel" aria-labelledby="walks-title">
          <header class="panel-head">
            <h2 id="walks-title">{say('patrols.list')}</h2>
          </header>
          {asked.value.items.length === 0 && <p class="empty quiet">{say('patrols.empty')}</p>}
          {asked.value.items.map((each, index) => (
            <Walk key={each.patrol} patrol={each} site={site} open={index === 0} onDone={asked.again} />
          ))}
        </section>
      )}
      {asked.value && site && asked.value.candidates.length > 0 && (
        <Ranking candidates={asked.value.candidates} site={site} />
      )}
    </main>
  );
}

function Basis({ told }: { told: Patrols }) {
  const basis = told.basis;
  if (!basis) return <p class="quiet">{say('patrols.basis.none')}</p>;
  return (
    <p class="quiet">
      {say('patrols.basis', {
        at: dayTime(basis.fittedAt),
        from: day(basis.from),
        to: day(basis.to - 1),
        sessions: whole(basis.sessions),
        orders: whole(basis.orders),
      })}
    </p>
  );
}

function Plan({ onDone }: { onDone: () => void }) {
  const [minutes, setMinutes] = useState(USUAL_MINUTES);
  const [hour, setHour] = useState('');
  const [failure, setFailure] = useState<Trouble | undefined>();
  const plan = async () => {
    const asked = { minutes, hour: hour ? Number(hour) : undefined };
    const answer = await send(patrol, 'POST', paths.patrols, asked);
    setFailure(answer.ok ? undefined : answer.trouble);
    if (answer.ok) onDone();
  };
  return (
    <div class="patrol-plan">
      <label class="filter">
        <span>{say('patrols.minutes')}</span>
        <select value={minutes} onChange={event => setMinutes(Number(event.currentTarget.value))}>
          {MINUTES.map(each => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
      <label class="filter">
        <span>{say('patrols.start')}</span>
        <select value={hour} onChange={event => setHour(event.currentTarget.value)}>
          <option value="">{say('patrols.start.best')}</option>
          {HOURS.map(each => (
            <option key={each} value={each}>
              {say('patrols.start.hour', { hour: each })}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="primary" title={say('patrols.plan')} onClick={() => void plan()}>
        {say('patrols.go')}
      </button>
      {failure && <Note tone="bad">{sayTrouble(failure)}</Note>}
    </div>
  );
}

function Ranking({ candidates, site }: { candidates: Patrols['candidates']; site: Site }) {
  return (
    <section class="panel patrol-ranking" aria-labelledby="patrol-ranking-title">
      <header class="panel-head">
        <h2 id="patrol-ranking-title">{say('patrols.ranking')}</h2>
      </header>
      <div class="patrol-ranking-scroll" tabIndex={0} role="group" aria-labelledby="patrol-ranking-title">
        <table class="wide-table">
          <thead>
            <tr>
              <th scope="col" class="number">
                {say('pressure.rank')}
              </th>
              <th scope="col">{say('pressure.building')}</th>
              <th scope="col">{say('patrols.when')}</th>
              <th scope="col" class="number">
                {say('patrols.wires')}
              </th>
              <th scope="col">{say('patrols.why')}</th>
            </tr>
          </thead>
          <tbody>
            {candidates.map(each => (
              <tr key={each.building} class="candidate">
                <td class="number">{each.rank}</td>
                <td>{buildingName(site, each.building)}</td>
                <td>
                  {hourMinute(each.from)}–{hourMinute(each.to)}
                </td>
                <td class="number">
                  <span class="phone-only">{say('patrols.wires.short')}</span>{' '}
                  <strong>{tenths(each.wires.estimate)}</strong> ({tenths(each.wires.low)}–
                  {tenths(each.wires.high)})
                </td>
                <td>{nameOf(each.reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
