import { useEffect, useRef, useState } from 'preact/hooks';
import { dayTime, watts } from '../i18n/format';
import { nameOf } from '../i18n/words';
import { shedWatts } from '../state/totals';
import { Age } from '../ui/now';
import { useStore } from '../ui/store';
import { paths } from '../wire/paths';
import type { Shed } from '../wire/sheds';
import { CutDialog, type Question } from './cut';
import { CurvePanel } from './curve';
import './drawer.css';
import { desk, endMaintenance, fetchShed, go } from './hands';
import { MaintenanceDialog } from './maintenance';
import { OrderList } from './orders';
import { PaperLink } from './paper';
import { Redirect } from './redirect';
import { SocketTable } from './sockets';
import { say } from './words';

/** One shed in full, beside the board; the address keeps which one. Escape closes it. */
export function ShedDrawer() {
  const id = useStore(desk, state => (state.view.page === 'board' ? state.view.shed : undefined));
  const socket = useStore(desk, state => (state.view.page === 'board' ? state.view.socket : undefined));
  const shed = useStore(desk, state => state.board.sheds.find(each => each.shed === id));
  if (!shed) return null;
  return <OpenShed key={shed.shed} shed={shed} socket={socket} />;
}

function OpenShed({ shed, socket }: { shed: Shed; socket: number | undefined }) {
  const [question, ask] = useState<Question | 'maintenance' | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusWhileOpen(heading);
  const missing = shed.sockets === undefined;
  useEffect(() => {
    if (missing) void fetchShed(shed.shed);
  }, [missing, shed.shed]);
  const name = nameOf(shed.name);
  return (
    <aside
      class="drawer"
      aria-labelledby="drawer-title"
      onKeyDown={event => event.key === 'Escape' && close()}
    >
      <header class="drawer-head">
        <h2 id="drawer-title" ref={heading} tabIndex={-1}>
          {name}
        </h2>
        <span class={`state-word state-${shed.state}`}>{say(`shed.${shed.state}`)}</span>
        <button type="button" class="quiet-button drawer-close" onClick={close}>
          {say('close')}
        </button>
        <p class="drawer-facts quiet">
          <HeardAge at={shed.heardAt} /> · {watts(shedWatts(shed))} ·{' '}
          {say('sentence.counts', { free: shed.counts.free, n: shed.counts.sockets })}
        </p>
        <Redirect shed={shed} />
      </header>
      {shed.maintenance && (
        <p class="note note-calm maintenance-note">
          {shed.maintenance.why
            ? say('maintenance.note', { until: dayTime(shed.maintenance.until), why: shed.maintenance.why })
            : say('maintenance.note.plain', { until: dayTime(shed.maintenance.until) })}
        </p>
      )}
      <div class="drawer-actions">
        <button type="button" class="danger-quiet" onClick={() => ask({ ask: 'cut-shed', shed })}>
          {say('act.cut.shed')}
        </button>
        {shed.maintenance ? (
          <button type="button" onClick={() => void endMaintenance(shed.shed)}>
            {say('act.maintenance.end')}
          </button>
        ) : (
          <button type="button" onClick={() => ask('maintenance')}>
            {say('act.maintenance')}
          </button>
        )}
        <PaperLink href={paths.sheet(shed.shed)} words={say('paper.sheet')} />
        <PaperLink href={paths.labels(shed.shed)} words={say('paper.labels')} />
      </div>
      <OrderList shed={shed} />
      <SocketTable shed={shed} chosen={socket} onAsk={ask} />
      <CurvePanel shed={shed} socket={socket} />
      {question === 'maintenance' && <MaintenanceDialog shed={shed} onClose={() => ask(null)} />}
      {question && question !== 'maintenance' && <CutDialog question={question} onClose={() => ask(null)} />}
    </aside>
  );
}

function HeardAge({ at }: { at: number | undefined }) {
  const [before, after] = say('drawer.heard', { age: '\u0001' }).split('\u0001');
  return (
    <>
      {before}
      <Age at={at} />
      {after}
    </>
  );
}

/** The focus goes to the drawer's heading and back to where it came from. */
function useFocusWhileOpen(heading: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const opener = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      if ((opener instanceof HTMLElement || opener instanceof SVGElement) && opener.isConnected)
        opener.focus();
    };
  }, []);
}

function close(): void {
  go({ page: 'board' });
}
