import { useState } from 'preact/hooks';
import { dayTime, full } from '../i18n/format';
import { buildingName } from '../i18n/words';
import { Unanswered, useAnswer, useRenewed } from '../ui/answer';
import { FormDialog } from '../ui/form';
import { useStore } from '../ui/store';
import { nothing, send } from '../wire/api';
import { staffReports, type StaffReport } from '../wire/mine';
import { paths } from '../wire/paths';
import { desk } from './hands';
import { say } from './words';

/** What residents reported, those without an answer first, and the answers. */
export function ReportsPage() {
  const asked = useAnswer(staffReports, paths.reports);
  const [answering, setAnswering] = useState<StaffReport | undefined>();
  // No event says that somebody reported a second fly-line of a building whose alert is open.
  useRenewed(asked);
  const items = asked.value?.items ?? [];
  const waiting = items.filter(each => each.answer === undefined);
  const answered = items.filter(each => each.answer !== undefined);
  return (
    <main id="content" class="page panel" tabIndex={-1}>
      <header class="panel-head">
        <h1>{say('reports.title')}</h1>
        {waiting.length > 0 && <span class="badge">{say('reports.waiting', { n: waiting.length })}</span>}
        <p class="quiet">{say('reports.intro')}</p>
      </header>
      <Unanswered asked={asked} />
      {asked.value && items.length === 0 && <p class="empty quiet">{say('reports.empty')}</p>}
      <ul class="rows reports">
        {[...waiting, ...answered].map(each => (
          <Row key={each.report} one={each} onAnswer={() => setAnswering(each)} />
        ))}
      </ul>
      {answering && (
        <AnswerDialog one={answering} onClose={() => setAnswering(undefined)} onDone={asked.again} />
      )}
    </main>
  );
}

function Row({ one, onAnswer }: { one: StaffReport; onAnswer: () => void }) {
  const names = { building: useBuilding(one.building), code: one.report };
  const seen = [one.place, one.note].filter(Boolean).join(' · ');
  return (
    <li class="round">
      <div class="round-what">
        <h2>{names.building}</h2>
        <p class="round-about quiet">
          <time dateTime={new Date(one.reportedAt).toISOString()} title={full(one.reportedAt)}>
            {dayTime(one.reportedAt)}
          </time>
          <span>{say('reports.code', { code: one.report })}</span>
        </p>
      </div>
      <p class="round-about">
        {one.photo && (
          <a
            href={paths.reportPhoto(one.report)}
            target="_blank"
            rel="noopener"
            aria-label={say('reports.photo.of', names)}
          >
            {say('reports.photo')}
          </a>
        )}
        {one.incident && <a href={`/safety#/incidents/${one.incident}`}>{say('reports.incident')}</a>}
      </p>
      <div class="round-last">
        {seen && <span class="note-text">{seen}</span>}
        {one.answer !== undefined && (
          <span class="note-text good-words">{say('reports.said', { answer: one.answer })}</span>
        )}
      </div>
      <p class="round-actions">
        <button type="button" aria-label={say('reports.answer.what', names)} onClick={onAnswer}>
          {say(one.answer === undefined ? 'reports.answer' : 'reports.answer.again')}
        </button>
      </p>
    </li>
  );
}

function AnswerDialog(props: { one: StaffReport; onClose: () => void; onDone: () => void }) {
  const { report: code, answer, building } = props.one;
  return (
    <FormDialog
      title={say('reports.answer.what', { building: useBuilding(building), code })}
      submit={say('reports.answer')}
      onClose={props.onClose}
      onDone={props.onDone}
      send={field => send(nothing, 'POST', paths.answerReport(code), { answer: field('answer') })}
    >
      <label class="field">
        <span>{say('reports.answer.words')}</span>
        <textarea
          name="answer"
          required
          maxLength={500}
          rows={3}
          placeholder={say('reports.answer.hint')}
          defaultValue={answer ?? ''}
        />
      </label>
      <p class="quiet">{say('reports.answer.public')}</p>
    </FormDialog>
  );
}

/** The name of a building; its identity where the plan names none. */
function useBuilding(building: string): string {
  return buildingName(
    useStore(desk, state => state.site),
    building,
  );
}
