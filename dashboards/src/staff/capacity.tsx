import { tenths, whole } from '../i18n/format';
import {
  capacityQuestion,
  MOST_MINUTES,
  MOST_SOCKETS,
  placed,
  type CapacityQuestion,
} from '../state/capacity';
import { Unanswered, useAnswer } from '../ui/answer';
import { fieldsOf } from '../ui/form';
import { useStore } from '../ui/store';
import { paths, query as queryOf } from '../wire/paths';
import type { Site } from '../wire/people';
import { capacity, type Added, type Capacity, type Estimate } from '../wire/pressure';
import { desk, go } from './hands';
import { Interval } from './interval';
import { About } from './pressure-map';
import { say } from './pressure-words';
import { ShedsPlan, type Mark } from './sheds-plan';
import { shedName } from './words';
import { Working } from './working';

/** Fifty sockets on a small machine take most of a minute. */
const PATIENCE_MILLIS = 120_000;

/** Where more sockets are worth most, and what moving full bikes is worth; the address carries the question. */
export function CapacityTab({ query }: { query: string | undefined }) {
  const question = capacityQuestion(query);
  const path = paths.capacity + queryOf({ ...question });
  return (
    <>
      <section class="panel" aria-labelledby="capacity-title">
        <header class="panel-head">
          <h1 id="capacity-title">{say('capacity.title')}</h1>
        </header>
        <div class="pressure-told">
          <p>{say('capacity.what')}</p>
          <Question key={path} question={question} />
        </div>
      </section>
      <Answered key={path} path={path} question={question} />
    </>
  );
}

function Question({ question }: { question: CapacityQuestion }) {
  return (
    <form
      class="ask-form"
      onSubmit={event => {
        event.preventDefault();
        const field = fieldsOf(event.currentTarget);
        const values = { sockets: field('sockets'), minutes: field('minutes') };
        go({ page: 'pressure', tab: 'capacity', query: new URLSearchParams(values).toString() });
      }}
    >
      <label class="field">
        <span>{say('capacity.sockets')}</span>
        <input
          name="sockets"
          type="number"
          min="0"
          max={MOST_SOCKETS}
          required
          defaultValue={String(question.sockets)}
        />
      </label>
      <label class="field">
        <span>{say('capacity.minutes')}</span>
        <input
          name="minutes"
          type="number"
          min="0"
          max={MOST_MINUTES}
          required
          defaultValue={String(question.minutes)}
        />
      </label>
      <button type="submit" class="primary">
        {say('capacity.go')}
      </button>
    </form>
  );
}

/** Drawn anew for each question, so that no answer stands under another question. */
function Answered({ path, question }: { path: string; question: CapacityQuestion }) {
  const asked = useAnswer(capacity, path, { patienceMillis: PATIENCE_MILLIS });
  const site = useStore(desk, state => state.site);
  const told = asked.value;
  if (!told || !site) {
    return (
      <section class="panel" aria-label={say('capacity.answer')}>
        <div class="pressure-told">
          {asked.failure ? <Unanswered asked={asked} /> : <Working words={say('capacity.working')} />}
        </div>
      </section>
    );
  }
  if (told.fittedAt === undefined) {
    return (
      <section class="panel" aria-label={say('capacity.answer')}>
        <div class="pressure-told">
          <p>{say('pressure.none')}</p>
        </div>
      </section>
    );
  }
  return <Outcome told={told} question={question} site={site} />;
}

function Outcome({ told, question, site }: { told: Capacity; question: CapacityQuestion; site: Site }) {
  const sockets = placed(told.plan);
  const marks = new Map<string, Mark>(
    told.plan.map(each => [each.shed, { tone: 'chosen', words: `+${each.added}` }]),
  );
  const most = Math.max(told.turnedAwayADay.high, told.fewerADay.high, told.fewerADayIfMoved.high);
  return (
    <section class="panel" aria-labelledby="capacity-answer">
      <header class="panel-head">
        <h2 id="capacity-answer">{say('capacity.answer')}</h2>
      </header>
      <div class="answer-body">
        <div class="answer-words">
          <Figure name={say('capacity.now')} value={told.turnedAwayADay} most={most} />
          {sockets > 0 && (
            <Figure
              name={say('capacity.plan', { n: sockets, where: where(site, told.plan) })}
              value={told.fewerADay}
              most={most}
              fewer
            />
          )}
          <Short asked={question.sockets} sockets={sockets} />
          <Figure
            name={say('capacity.moved', { minutes: told.movedWithinMinutes })}
            value={told.fewerADayIfMoved}
            most={most}
            fewer
          />
          {(told.data?.guessedEnds ?? 0) > 0 && <p>{say('capacity.guessed')}</p>}
          {told.plan.length > 0 && <PlanTable site={site} plan={told.plan} />}
          <p class="quiet">{say('capacity.limits')}</p>
          <p class="quiet">{say('capacity.how')}</p>
          <About told={told} />
        </div>
        <ShedsPlan site={site} marks={marks} />
      </div>
    </section>
  );
}

function Figure(props: { name: string; value: Estimate; most: number; fewer?: boolean }) {
  const { name, value, most, fewer } = props;
  const fill = { n: tenths(value.estimate), low: tenths(value.low), high: tenths(value.high) };
  return (
    <div class="answer-figure">
      <p>{name}</p>
      <p class="answer-number">
        <strong>{say(fewer ? 'capacity.fewer' : 'capacity.away', fill)}</strong>{' '}
        <span>{say('capacity.interval', fill)}</span>
      </p>
      <Interval {...value} from={0} to={most} />
    </div>
  );
}

/** Why fewer sockets are placed than were asked for. */
function Short({ asked, sockets }: { asked: number; sockets: number }) {
  if (asked === 0 || sockets >= asked) return null;
  return <p>{sockets === 0 ? say('capacity.nowhere') : say('capacity.short', { n: sockets, asked })}</p>;
}

function where(site: Site, plan: readonly Added[]): string {
  return plan
    .map(each => say('capacity.where', { shed: shedName(site.sheds, each.shed), n: each.added }))
    .join(say('and'));
}

function PlanTable({ site, plan }: { site: Site; plan: readonly Added[] }) {
  return (
    <div class="table-scroll" tabIndex={0} role="group" aria-label={say('capacity.table')}>
      <table class="wide-table capacity-table">
        <thead>
          <tr>
            <th scope="col">{say('pressure.week.shed')}</th>
            <th scope="col" class="number">
              {say('capacity.has')}
            </th>
            <th scope="col" class="number">
              {say('capacity.added')}
            </th>
            <th scope="col" class="number">
              {say('capacity.then')}
            </th>
            <th scope="col" class="number">
              {say('capacity.most')}
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.map(each => (
            <tr key={each.shed}>
              <th scope="row">{shedName(site.sheds, each.shed)}</th>
              <td class="number">{whole(each.sockets)}</td>
              <td class="number strong">+{whole(each.added)}</td>
              <td class="number">{whole(each.sockets + each.added)}</td>
              <td class="number">
                {each.sockets + each.added >= each.most
                  ? say('capacity.full', { n: each.most })
                  : whole(each.most)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
