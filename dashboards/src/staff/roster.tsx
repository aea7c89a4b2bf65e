import { useState } from 'preact/hooks';
import { dayTime, zone } from '../i18n/format';
import { placeMillis, placeText } from '../state/place';
import { uncovered } from '../state/roster';
import { Unanswered, type Asked } from '../ui/answer';
import { FormDialog } from '../ui/form';
import { Note } from '../ui/note';
import { Person } from '../ui/person';
import { nothing, send, trouble } from '../wire/api';
import type { Contact, Duty, Shift } from '../wire/duty';
import { paths } from '../wire/paths';
import { now } from './hands';
import { say } from './words';

const HOUR_MILLIS = 3_600_000;
/** What `GET /duty` answers when it is not asked for a time. */
const SHOWN_MILLIS = 7 * 24 * HOUR_MILLIS;
const USUAL_SHIFT_MILLIS = 12 * HOUR_MILLIS;

interface Props {
  asked: Asked<Duty>;
  people: readonly Contact[];
  officer: boolean;
}

/** The shifts of the next seven days, with the hours that nobody covers between them. */
export function Roster({ asked, people, officer }: Props) {
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Shift | undefined>();
  return (
    <section class="panel" aria-labelledby="roster-title">
      <header class="panel-head">
        <h2 id="roster-title">{say('roster.title')}</h2>
        {officer && (
          <button type="button" class="head-button" onClick={() => setAdding(true)}>
            {say('roster.add')}
          </button>
        )}
      </header>
      <Unanswered asked={asked} />
      {asked.value && <Shifts duty={asked.value} officer={officer} onRemove={setRemoving} />}
      {adding && <AddShift people={people} onClose={() => setAdding(false)} onDone={asked.again} />}
      {removing && (
        <RemoveShift shift={removing} onClose={() => setRemoving(undefined)} onDone={asked.again} />
      )}
    </section>
  );
}

type Line = { readonly from: number; readonly to: number; readonly shift?: Shift };

function Shifts(props: { duty: Duty; officer: boolean; onRemove: (shift: Shift) => void }) {
  const { at, shifts } = props.duty;
  if (shifts.length === 0) return <p class="empty quiet">{say('roster.empty')}</p>;
  const gaps = uncovered(shifts, at, at + SHOWN_MILLIS);
  const lines: Line[] = [...shifts.map(shift => ({ from: shift.from, to: shift.to, shift })), ...gaps];
  lines.sort((a, b) => a.from - b.from);
  return (
    <>
      {gaps.length === 0 && <p class="covered quiet">{say('roster.covered')}</p>}
      <ul class="rows">
        {lines.map(line => (
          <li key={line.shift?.shift ?? line.from} class={line.shift ? 'shift' : 'shift gap'}>
            <span class="shift-time">
              {dayTime(line.from)} – {dayTime(line.to)}
            </span>
            {line.shift ? <Person person={line.shift.contact} /> : <strong>{say('roster.gap')}</strong>}
            {line.shift && line.from <= at && at < line.to && (
              <span class="tag">{say('roster.running')}</span>
            )}
            {line.shift && props.officer && <RemoveButton shift={line.shift} onRemove={props.onRemove} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function RemoveButton({ shift, onRemove }: { shift: Shift; onRemove: (shift: Shift) => void }) {
  return (
    <button
      type="button"
      class="row-button quiet-button"
      aria-label={say('roster.remove', { name: shift.contact.name, from: dayTime(shift.from) })}
      onClick={() => onRemove(shift)}
    >
      {say('remove')}
    </button>
  );
}

function AddShift(props: { people: readonly Contact[]; onClose: () => void; onDone: () => void }) {
  const begin = Math.ceil(now() / HOUR_MILLIS) * HOUR_MILLIS;
  return (
    <FormDialog
      title={say('roster.add')}
      submit={say('save')}
      onClose={props.onClose}
      onDone={props.onDone}
      send={async field => {
        const from = placeMillis(field('from'), zone());
        const to = placeMillis(field('to'), zone());
        if (from === undefined || to === undefined || to <= from)
          return trouble('refused', 400, '', say('roster.order'));
        const times = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
        return send(nothing, 'POST', paths.shifts, { contact: field('contact'), ...times });
      }}
    >
      {props.people.length === 0 && <Note tone="calm">{say('roster.nobody.known')}</Note>}
      <label class="field">
        <span>{say('roster.who')}</span>
        <select name="contact" required>
          {props.people.map(each => (
            <option key={each.contact} value={each.contact}>
              {each.name}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{say('roster.from')}</span>
        <input type="datetime-local" name="from" required defaultValue={placeText(begin, zone())} />
      </label>
      <label class="field">
        <span>{say('roster.to')}</span>
        <input
          type="datetime-local"
          name="to"
          required
          defaultValue={placeText(begin + USUAL_SHIFT_MILLIS, zone())}
        />
      </label>
    </FormDialog>
  );
}

function RemoveShift({ shift, onClose, onDone }: { shift: Shift; onClose: () => void; onDone: () => void }) {
  const fill = { name: shift.contact.name, from: dayTime(shift.from), to: dayTime(shift.to) };
  return (
    <FormDialog
      title={say('roster.remove.title')}
      submit={say('remove')}
      danger
      onClose={onClose}
      onDone={onDone}
      send={() => send(nothing, 'DELETE', paths.shift(shift.shift))}
    >
      <p>{say('roster.remove.effect', fill)}</p>
    </FormDialog>
  );
}
