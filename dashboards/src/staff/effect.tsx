import { useState } from 'preact/hooks';
import { zone } from '../i18n/format';
import { nameOf } from '../i18n/words';
import {
  effectQuery,
  effectQuestion,
  isAsked,
  LEAST_WEEKS,
  MEASURES,
  MOST_WEEKS,
  type EffectQuestion,
} from '../state/effect';
import { placeText } from '../state/place';
import { Unanswered, useAnswer } from '../ui/answer';
import { fieldsOf } from '../ui/form';
import { Note } from '../ui/note';
import { useStore } from '../ui/store';
import { paths, query as queryOf } from '../wire/paths';
import type { Site } from '../wire/people';
import { COUNTED, effect } from '../wire/pressure';
import './effect.css';
import { EffectOutcome } from './effect-outcome';
import { desk, go, now } from './hands';
import { say } from './pressure-words';
import { Working } from './working';

const PATIENCE_MILLIS = 60_000;

/** What a measure changed at some sheds, against sheds that it cannot reach; the address carries the question. */
export function EffectTab({ query }: { query: string | undefined }) {
  const site = useStore(desk, state => state.site);
  const question = effectQuestion(query);
  const link = effectQuery(question);
  return (
    <>
      <section class="panel effect-ask" aria-labelledby="effect-title">
        <header class="panel-head">
          <h1 id="effect-title">{say('effect.title')}</h1>
        </header>
        <div class="pressure-told">
          <p>{say('effect.what')}</p>
        </div>
        {site && <Question key={link} site={site} question={question} />}
      </section>
      {site && isAsked(question) && <Answered key={link} site={site} question={question} />}
    </>
  );
}

function Question({ site, question }: { site: Site; question: EffectQuestion }) {
  const [lacking, setLacking] = useState(false);
  const today = placeText(now(), zone()).slice(0, 10);
  return (
    <form
      class="effect-form"
      onSubmit={event => {
        event.preventDefault();
        const field = fieldsOf(event.currentTarget);
        const values = new URLSearchParams({ sheds: field.all('shed').join(',') });
        for (const name of ['what', 'date', 'weeks', 'of']) values.set(name, field(name));
        const next = effectQuestion(values.toString());
        setLacking(next.sheds.length === 0);
        if (isAsked(next)) go({ page: 'pressure', tab: 'effect', query: effectQuery(next) });
      }}
    >
      <div class="ask-form">
        <label class="field">
          <span>{say('effect.measure')}</span>
          <select name="what">
            {MEASURES.map(each => (
              <option key={each} value={each} selected={each === question.what}>
                {say(`effect.measure.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{say('effect.date')}</span>
          <input name="date" type="date" required max={today} defaultValue={question.date} />
        </label>
        <label class="field">
          <span>{say('effect.weeks')}</span>
          <input
            name="weeks"
            type="number"
            required
            min={LEAST_WEEKS}
            max={MOST_WEEKS}
            defaultValue={String(question.weeks)}
          />
        </label>
        <label class="field">
          <span>{say('effect.of')}</span>
          <select name="of">
            {COUNTED.map(each => (
              <option key={each} value={each} selected={each === question.of}>
                {say(`effect.of.${each}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <fieldset class="effect-sheds">
        <legend>{say('effect.sheds')}</legend>
        {site.sheds.map(each => (
          <label key={each.shed} class="tick">
            <input
              type="checkbox"
              name="shed"
              value={each.shed}
              defaultChecked={question.sheds.includes(each.shed)}
            />
            <span>{nameOf(each.name)}</span>
          </label>
        ))}
      </fieldset>
      {lacking && <Note tone="bad">{say('effect.sheds.none')}</Note>}
      <p>
        <button type="submit" class="primary">
          {say('effect.go')}
        </button>
      </p>
    </form>
  );
}

/** Drawn anew for each question, so that no answer stands under another question. */
function Answered({ site, question }: { site: Site; question: EffectQuestion }) {
  const { sheds, date, weeks, of } = question;
  const path = paths.pressureEffect + queryOf({ sheds: sheds.join(','), date, weeks, of });
  const asked = useAnswer(effect, path, { patienceMillis: PATIENCE_MILLIS });
  if (asked.value) return <EffectOutcome told={asked.value} what={question.what} site={site} />;
  return (
    <section class="panel" aria-label={say('effect.answer')}>
      <div class="pressure-told">
        {asked.failure?.status === 400 && <Note tone="bad">{say('effect.refused')}</Note>}
        {asked.failure && asked.failure.status !== 400 && <Unanswered asked={asked} />}
        {!asked.failure && <Working words={say('effect.working')} />}
      </div>
    </section>
  );
}
