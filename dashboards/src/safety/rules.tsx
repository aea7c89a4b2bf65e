import { useState } from 'preact/hooks';
import { dayTime, full } from '../i18n/format';
import { Unanswered, useAnswer } from '../ui/answer';
import { Note } from '../ui/note';
import { SeverityTag } from '../ui/severity';
import { paths } from '../wire/paths';
import { rules, ruleVersions, type Rule } from '../wire/rules';
import { RuleEditor } from './rule-edit';
import { sayOf, sayParameter, sayRuleName } from './rule-words';
import './rules.css';
import type { SectionProps } from './sections';

/** What the server holds to be an alert, since when, and why; officers change it here. */
export function RulesSection({ me }: SectionProps) {
  const asked = useAnswer(rules, paths.rules);
  const [edited, edit] = useState<string | undefined>();
  const [saved, setSaved] = useState('');
  const officer = me.role === 'officer' || me.role === 'admin';
  return (
    <section class="card rules" aria-labelledby="rules-title">
      <header class="card-head">
        <h1 id="rules-title">{sayOf('rules.title')}</h1>
        <p class="quiet">{sayOf('rules.intro')}</p>
      </header>
      <p role="status">{saved && <Note tone="calm">{saved}</Note>}</p>
      <Unanswered asked={asked} />
      <ul class="rule-list">
        {(asked.value?.rules ?? []).map(each => (
          <OneRule
            key={each.rule}
            rule={each}
            officer={officer}
            open={edited === each.rule}
            onOpen={open => {
              setSaved('');
              edit(open ? each.rule : undefined);
            }}
            onSaved={version => {
              edit(undefined);
              setSaved(sayOf('rules.saved', { rule: sayRuleName(each.rule), n: version }));
              asked.again();
            }}
          />
        ))}
      </ul>
    </section>
  );
}

function OneRule(props: {
  rule: Rule;
  officer: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
  onSaved: (version: number) => void;
}) {
  const { rule, officer, open, onOpen } = props;
  const [history, setHistory] = useState(false);
  return (
    <li class="rule">
      <div class="rule-head">
        <h2>{sayRuleName(rule.rule)}</h2>
        <SeverityTag severity={rule.severity} />
        <span class="quiet">{sayOf(`rules.judge.${rule.judge}`)}</span>
        <span class="rule-version">
          {sayOf('rules.version', { n: rule.version })} <Changed {...rule} />
        </span>
        <span class="rule-buttons">
          <button
            type="button"
            class="quiet-button"
            aria-expanded={history}
            onClick={() => setHistory(!history)}
          >
            {sayOf(history ? 'rules.history.hide' : 'rules.history')}
          </button>
          {officer && (
            <button
              type="button"
              aria-expanded={open}
              aria-label={sayOf('rules.change.what', { rule: sayRuleName(rule.rule) })}
              onClick={() => onOpen(!open)}
            >
              {sayOf(open ? 'rules.close' : 'rules.change')}
            </button>
          )}
        </span>
      </div>
      {history && <History rule={rule} />}
      {open && <RuleEditor rule={rule} onSaved={props.onSaved} />}
    </li>
  );
}

function Changed({ changedAt, changedBy }: { changedAt: number | undefined; changedBy: string }) {
  return (
    <span class="quiet">
      {changedAt === undefined
        ? sayOf('rules.built-in')
        : sayOf('rules.changed', { who: changedBy, at: dayTime(changedAt) })}
    </span>
  );
}

/** Every version with what it changed against the one before, the newest first. */
function History({ rule }: { rule: Rule }) {
  const asked = useAnswer(ruleVersions, paths.ruleVersions(rule.rule));
  const versions = asked.value?.versions ?? [];
  return (
    <>
      <Unanswered asked={asked} />
      <ol class="rule-versions">
        {versions.map((each, index) => {
          const before = versions[index + 1]?.parameters;
          const changes = Object.entries(each.parameters).filter(
            ([name, value]) => before !== undefined && before[name] !== value,
          );
          return (
            <li key={each.version}>
              <strong>{sayOf('rules.version', { n: each.version })}</strong>{' '}
              {each.changedAt === undefined ? (
                <span class="quiet">{sayOf('rules.built-in')}</span>
              ) : (
                <>
                  <time dateTime={new Date(each.changedAt).toISOString()}>{full(each.changedAt)}</time>{' '}
                  {each.changedBy}: {each.why}
                </>
              )}
              {changes.map(([name, value]) => (
                <span key={name} class="rule-change">
                  {sayParameter(name)}: {before?.[name]} → {value}
                </span>
              ))}
            </li>
          );
        })}
      </ol>
    </>
  );
}
