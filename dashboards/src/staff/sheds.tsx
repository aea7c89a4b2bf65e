import { watts } from '../i18n/format';
import { nameOf } from '../i18n/words';
import { shedWatts } from '../state/totals';
import { MarkRow } from '../ui/mark';
import { memo } from '../ui/memo';
import { Age } from '../ui/now';
import { useStore } from '../ui/store';
import type { Shed } from '../wire/sheds';
import { desk, go } from './hands';
import { PaperLinks } from './paper';
import { shedSentence } from './plan';
import { Redirect } from './redirect';
import './sheds.css';
import { say } from './words';

/** All sheds as a table: the plan for people who read lists, and for screen readers. */
export function ShedList() {
  const sheds = useStore(desk, state => state.board.sheds);
  const unreadable = useStore(desk, state => state.board.unreadable);
  const open = useStore(desk, state => (state.view.page === 'board' ? state.view.shed : undefined));
  return (
    <section class="panel sheds" aria-labelledby="sheds-title">
      <header class="panel-head">
        <h2 id="sheds-title">{say('sheds.title')}</h2>
        {unreadable > 0 && <span class="quiet">{say('unreadable.note', { n: unreadable })}</span>}
        <PaperLinks />
      </header>
      {sheds.length === 0 ? (
        <p class="empty quiet">{say('sheds.empty')}</p>
      ) : (
        <table class="shed-table">
          <thead>
            <tr>
              <th scope="col">{say('sheds.name')}</th>
              <th scope="col" class="number">
                {say('sheds.free')}
              </th>
              <th scope="col">{say('sheds.sockets')}</th>
              <th scope="col" class="number">
                {say('sheds.power')}
              </th>
              <th scope="col" class="number">
                {say('sheds.heard')}
              </th>
            </tr>
          </thead>
          <tbody>
            {sheds.map(shed => (
              <ShedRow key={shed.shed} shed={shed} open={shed.shed === open} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const ShedRow = memo(function ShedRow({ shed, open }: { shed: Shed; open: boolean }) {
  const view = { page: 'board', shed: shed.shed } as const;
  const silent = shed.state !== 'online';
  return (
    <tr class={`shed-row${open ? ' open' : ''}${silent ? ' silent' : ''}`} onClick={() => go(view)}>
      <th scope="row">
        <button type="button" class="link-button" aria-expanded={open} onClick={() => go(view)}>
          {nameOf(shed.name)}
        </button>
        <Redirect shed={shed} />
      </th>
      <td class={`number free${shed.counts.free === 0 ? ' none' : ''}`}>
        {silent ? <span class="state-word">{say(`shed.${shed.state}`)}</span> : shed.counts.free}
      </td>
      <td>
        <MarkRow usages={(shed.sockets ?? []).map(socket => socket.usage)} label={shedSentence(shed)} />
      </td>
      <td class="number">{watts(shedWatts(shed))}</td>
      <td class="number quiet">{shed.maintenance ? say('plan.maintenance') : <Age at={shed.heardAt} />}</td>
    </tr>
  );
});
