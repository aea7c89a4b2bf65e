import { useState } from 'preact/hooks';
import { day, dayTime } from '../i18n/format';
import { daysUntil } from '../state/roster';
import { Unanswered, useAnswer, useRenewed } from '../ui/answer';
import { useNow } from '../ui/now';
import { useStore } from '../ui/store';
import { inspections, type Inspection } from '../wire/duty';
import { paths } from '../wire/paths';
import { useOfficer } from './duty';
import { desk } from './hands';
import { AddInspection, RecordRound, RemoveInspection } from './round';
import { say, shedName } from './words';

/** What is inspected and when it is due, the most urgent first. */
export function RoundsPage() {
  const officer = useOfficer();
  const asked = useAnswer(inspections, paths.inspections);
  useRenewed(asked);
  const [adding, setAdding] = useState(false);
  const items = [...(asked.value?.items ?? [])].sort((a, b) => a.dueAt - b.dueAt);
  const late = items.filter(each => each.overdue).length;
  return (
    <main id="content" class="page panel" tabIndex={-1}>
      <header class="panel-head">
        <h1>{say('rounds.title')}</h1>
        {late > 0 && <span class="badge">{say('rounds.late', { n: late })}</span>}
        <p class="quiet">{say('rounds.intro')}</p>
        {officer && (
          <button type="button" class="head-button" onClick={() => setAdding(true)}>
            {say('rounds.add')}
          </button>
        )}
      </header>
      <Unanswered asked={asked} />
      {asked.value && items.length === 0 && <p class="empty quiet">{say('rounds.empty')}</p>}
      <ul class="rows rounds">
        {items.map(each => (
          <Round key={each.inspection} one={each} officer={officer} onChange={asked.again} />
        ))}
      </ul>
      {adding && <AddInspection onClose={() => setAdding(false)} onDone={asked.again} />}
    </main>
  );
}

function Round({ one, officer, onChange }: { one: Inspection; officer: boolean; onChange: () => void }) {
  const sheds = useStore(desk, state => state.board.sheds);
  const [question, ask] = useState<'round' | 'remove' | undefined>();
  const close = () => ask(undefined);
  return (
    <li class={one.overdue ? 'round late' : 'round'}>
      <div class="round-what">
        <h2>{one.name}</h2>
        <p class="round-about">
          {one.shed && <a href={`#/shed/${one.shed}`}>{shedName(sheds, one.shed)}</a>}
          <span class="quiet">{say('rounds.every', { n: one.everyDays })}</span>
        </p>
      </div>
      <Due at={one.dueAt} />
      <Last one={one} />
      <p class="round-actions">
        <button
          type="button"
          aria-label={say('rounds.do.what', { name: one.name })}
          onClick={() => ask('round')}
        >
          {say('rounds.do')}
        </button>
        {officer && (
          <button
            type="button"
            class="quiet-button"
            aria-label={say('rounds.remove', { name: one.name })}
            onClick={() => ask('remove')}
          >
            {say('remove')}
          </button>
        )}
      </p>
      {question === 'round' && <RecordRound one={one} onClose={close} onDone={onChange} />}
      {question === 'remove' && <RemoveInspection one={one} onClose={close} onDone={onChange} />}
    </li>
  );
}

function Due({ at }: { at: number }) {
  const days = useNow(time => (time === 0 ? NaN : daysUntil(at, time)));
  const late = days < 1;
  return (
    <p class="round-due">
      <strong class={late ? 'late-words' : ''}>{Number.isNaN(days) ? '' : dueWords(days)}</strong>
      <time dateTime={new Date(at).toISOString()}>{day(at)}</time>
    </p>
  );
}

function dueWords(days: number): string {
  if (days > 0) return say('rounds.due.soon', { n: days });
  return days === 0 ? say('rounds.due.today') : say('rounds.due.late', { n: -days });
}

function Last({ one }: { one: Inspection }) {
  if (one.doneAt === undefined) return <p class="round-last quiet">{say('rounds.never')}</p>;
  return (
    <p class="round-last">
      <span class="quiet">
        {say('rounds.last')} {dayTime(one.doneAt)} {one.doneBy}
      </span>
      {one.result && (
        <strong class={one.result === 'defect' ? 'late-words' : 'good-words'}>
          {say(`rounds.${one.result}`)}
        </strong>
      )}
      {one.note && <span>{one.note}</span>}
    </p>
  );
}
