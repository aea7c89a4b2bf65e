import { useRef, useState } from 'preact/hooks';
import { dayTime, full } from '../i18n/format';
import { sayTrouble } from '../i18n/words';
import { Unanswered, useAnswer, useRenewed } from '../ui/answer';
import { fieldsOf, useSubmit } from '../ui/form';
import { Note } from '../ui/note';
import { SeverityTag } from '../ui/severity';
import { useStore } from '../ui/store';
import type { Alert } from '../wire/alerts';
import { nothing, send } from '../wire/api';
import { handover, type HandoverNote } from '../wire/duty';
import { paths } from '../wire/paths';
import { desk } from './hands';
import { usePlaces } from './places';
import { alertWhat, say } from './words';

/** More open alerts than this are on the board; a note that lists them all is not read. */
const MOST_LISTED = 8;

/** What is open, the note for the next shift, and the notes before it. */
export function Handover() {
  const asked = useAnswer(handover, paths.handover);
  useRenewed(asked);
  const alerts = useStore(desk, state => state.board.alerts);
  const known = useStore(desk, state => state.board.alertsKnown && !state.board.stale);
  const value = asked.value;
  return (
    <section class="panel" aria-labelledby="handover-title">
      <header class="panel-head">
        <h2 id="handover-title">{say('handover.title')}</h2>
        {value && (
          <p class="quiet">
            {say('handover.open', { alerts: value.openAlerts, incidents: value.openIncidents })}
          </p>
        )}
      </header>
      <Unanswered asked={asked} />
      {known && alerts.length === 0 && <p class="covered quiet">{say('handover.calm')}</p>}
      <OpenAlerts alerts={alerts} />
      <Write alerts={alerts} onDone={asked.again} />
      {value && <Notes notes={value.notes} />}
    </section>
  );
}

function OpenAlerts({ alerts }: { alerts: readonly Alert[] }) {
  const placeOf = usePlaces();
  return (
    <>
      <ul class="rows">
        {alerts.slice(0, MOST_LISTED).map(each => (
          <li key={each.alert}>
            <SeverityTag severity={each.severity} />
            <span>
              {placeOf(each)} {alertWhat(each)}
            </span>
            <span class="row-end quiet">{dayTime(each.raisedAt)}</span>
          </li>
        ))}
      </ul>
      {alerts.length > MOST_LISTED && (
        <p class="covered quiet">{say('handover.more', { n: alerts.length - MOST_LISTED })}</p>
      )}
    </>
  );
}

function Write({ alerts, onDone }: { alerts: readonly Alert[]; onDone: () => void }) {
  const placeOf = usePlaces();
  const form = useRef<HTMLFormElement>(null);
  const [done, setDone] = useState(false);
  const { busy, failure, submit } = useSubmit(() => {
    form.current?.reset();
    setDone(true);
    onDone();
  });
  function fill(): void {
    const area = form.current?.elements.namedItem('text') as HTMLTextAreaElement | null;
    if (!area) return;
    const lines = alerts.slice(0, MOST_LISTED).map(each => {
      const what = `${placeOf(each)} ${alertWhat(each)}`;
      return say('handover.line', { what, at: dayTime(each.raisedAt) });
    });
    area.value = [area.value.trim(), ...lines].filter(Boolean).join('\n');
    area.focus();
  }
  return (
    <form
      ref={form}
      class="handover-form"
      onSubmit={event => {
        event.preventDefault();
        setDone(false);
        const field = fieldsOf(event.currentTarget);
        void submit(() => send(nothing, 'POST', paths.handover, { text: field('text') }));
      }}
    >
      <label class="field">
        <span>{say('handover.note')}</span>
        <textarea name="text" required maxLength={2000} placeholder={say('handover.hint')} />
      </label>
      {failure && <Note tone="bad">{sayTrouble(failure)}</Note>}
      {done && <Note tone="calm">{say('handover.done')}</Note>}
      <div class="dialog-actions">
        {alerts.length > 0 && (
          <button type="button" onClick={fill}>
            {say('handover.fill')}
          </button>
        )}
        <button type="submit" class="primary" disabled={busy}>
          {say('handover.send')}
        </button>
      </div>
    </form>
  );
}

function Notes({ notes }: { notes: readonly HandoverNote[] }) {
  return (
    <>
      <h3 class="rows-title">{say('handover.notes')}</h3>
      {notes.length === 0 && <p class="empty quiet">{say('handover.notes.none')}</p>}
      <ol class="rows notes">
        {notes.map(each => (
          <li key={`${each.at} ${each.by}`}>
            <p class="note-head">
              <strong>{each.by}</strong>{' '}
              <time dateTime={new Date(each.at).toISOString()} title={full(each.at)}>
                {dayTime(each.at)}
              </time>{' '}
              <small>
                {say('handover.then', { alerts: each.openAlerts, incidents: each.openIncidents })}
              </small>
            </p>
            <p class="note-text">{each.text}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
