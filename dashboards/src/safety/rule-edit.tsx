import { useEffect, useRef, useState } from 'preact/hooks';
import { dayTime, full, whole } from '../i18n/format';
import { sayTrouble } from '../i18n/words';
import { Note } from '../ui/note';
import { SeverityTag } from '../ui/severity';
import { useSubmit } from '../ui/form';
import { ask, send, type Trouble } from '../wire/api';
import { paths } from '../wire/paths';
import { backTest, rule as ruleShape, type BackTest, type Found, type Rule } from '../wire/rules';
import { sayOf, sayParameter, sayRuleName } from './rule-words';

/** How often the page asks how far a back-test is. */
const ASK_MILLIS = 1_000;

type Values = Readonly<Record<string, number>>;

/** The parameters of one rule: test a change on the past, then put it in force with a reason. */
export function RuleEditor({ rule, onSaved }: { rule: Rule; onSaved: (version: number) => void }) {
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(rule.parameters.map(each => [each.name, each.value])),
  );
  const changed = Object.fromEntries(
    rule.parameters
      .filter(each => values[each.name] !== each.value)
      .map(each => [each.name, values[each.name]]),
  ) as Values;
  const touched = Object.keys(changed).length > 0;
  const saved = useRef(rule.version);
  const { busy, failure, submit } = useSubmit(() => onSaved(saved.current));
  const [why, setWhy] = useState('');
  const save = async () => {
    const body = { parameters: changed, why: why.trim(), version: rule.version };
    const answer = await send(ruleShape, 'PUT', paths.rule(rule.rule), body);
    if (answer.ok) saved.current = answer.value.version;
    return answer;
  };
  return (
    <form
      class="rule-edit"
      onSubmit={event => {
        event.preventDefault();
        void submit(save);
      }}
    >
      <div class="rule-fields">
        {rule.parameters.map(each => (
          <label key={each.name}>
            {sayParameter(each.name)}
            <input
              name={each.name}
              type="number"
              step="any"
              required
              min={each.lowest}
              max={each.highest}
              value={values[each.name]}
              onInput={event => {
                const value = event.currentTarget.valueAsNumber;
                if (Number.isFinite(value)) setValues({ ...values, [each.name]: value });
              }}
            />
            <small class="quiet">
              {sayOf('rules.range', {
                lowest: each.lowest,
                highest: each.highest,
                builtIn: each.builtIn,
              })}
            </small>
          </label>
        ))}
      </div>
      {rule.backTest && <Tester rule={rule} changed={changed} ready={touched} />}
      <label>
        {sayOf('rules.why')}
        <input
          name="why"
          required
          maxLength={500}
          placeholder={sayOf('rules.why.hint')}
          value={why}
          onInput={event => setWhy(event.currentTarget.value)}
        />
      </label>
      {failure && <Note tone="bad">{sayTrouble(failure)}</Note>}
      <p class="rule-save">
        <button type="submit" class="primary" disabled={busy || !touched}>
          {sayOf('rules.save')}
        </button>
        {!touched && <span class="quiet">{sayOf('rules.nothing')}</span>}
      </p>
    </form>
  );
}

/** Starts a back-test and follows it to its end. */
function Tester({ rule, changed, ready }: { rule: Rule; changed: Values; ready: boolean }) {
  const [test, setTest] = useState<BackTest | undefined>();
  const [failure, setFailure] = useState<Trouble | undefined>();
  const running = test?.state === 'running';
  useEffect(() => {
    if (!running) return undefined;
    const timer = setTimeout(() => {
      void ask(backTest, paths.backTest(rule.rule, test.backTest)).then(answer => {
        if (answer.ok) setTest(answer.value);
        else {
          setFailure(answer.trouble);
          setTest(undefined);
        }
      });
    }, ASK_MILLIS);
    return () => clearTimeout(timer);
  }, [test]);
  const start = async () => {
    setFailure(undefined);
    const answer = await send(backTest, 'POST', paths.backTests(rule.rule), { parameters: changed });
    if (answer.ok) setTest(answer.value);
    else setFailure(answer.trouble);
  };
  return (
    <section class="back-test" aria-label={`${sayOf('back.title')} ${sayRuleName(rule.rule)}`}>
      <button type="button" disabled={!ready || running} onClick={() => void start()}>
        {sayOf('back.start')}
      </button>
      {failure && <Note tone="bad">{sayTrouble(failure)}</Note>}
      {running && (
        <p role="status">
          <progress value={test.progress} max={1} aria-label={sayOf('back.title')} />{' '}
          {sayOf('back.running', { percent: Math.floor(test.progress * 100) })}
        </p>
      )}
      {test?.state === 'failed' && <Note tone="bad">{sayOf('back.failed')}</Note>}
      {test?.state === 'done' && <Result test={test} />}
    </section>
  );
}

function Result({ test }: { test: BackTest }) {
  const same = test.gainedCount === 0 && test.lostCount === 0;
  return (
    <div role="status">
      <p>
        {sayOf('back.result', {
          from: dayTime(test.from),
          to: dayTime(test.to),
          readings: whole(test.readings),
          live: whole(test.live),
          changed: whole(test.changed),
        })}
      </p>
      {same && <p>{sayOf('back.none')}</p>}
      <Difference
        title={sayOf('back.gained', { n: test.gainedCount })}
        found={test.gained}
        of={test.gainedCount}
      />
      <Difference title={sayOf('back.lost', { n: test.lostCount })} found={test.lost} of={test.lostCount} />
    </div>
  );
}

function Difference({ title, found, of }: { title: string; found: readonly Found[]; of: number }) {
  if (of === 0) return null;
  return (
    <details>
      <summary>
        <strong>{title}</strong>
      </summary>
      <ul class="back-found">
        {found.map(each => (
          <li key={`${each.shed}/${each.socket}/${each.raisedAt}`}>
            <time dateTime={new Date(each.raisedAt).toISOString()}>{full(each.raisedAt)}</time> {each.shed} /{' '}
            {each.socket} <SeverityTag severity={each.severity} />{' '}
            <span class="quiet">
              {each.clearedAt === undefined ? sayOf('back.ongoing') : `– ${full(each.clearedAt)}`}
            </span>
          </li>
        ))}
      </ul>
      {found.length < of && <p class="quiet">{sayOf('back.listed', { n: found.length })}</p>}
    </details>
  );
}
