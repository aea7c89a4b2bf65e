import { useState } from 'preact/hooks';
import { dayTime, full, MISSING } from '../i18n/format';
import { nameOf } from '../i18n/words';
import { slowerBy, STEPS, type Step } from '../state/drills';
import { Unanswered, useAnswer } from '../ui/answer';
import { Choice } from '../ui/choice';
import { FormDialog } from '../ui/form';
import { Since } from '../ui/now';
import { nothing, send } from '../wire/api';
import { drills, type Drill } from '../wire/notices';
import { paths } from '../wire/paths';
import { isOfficer, type Site } from '../wire/people';
import { alertWhat, exact, say, shedName } from './notice-words';
import './notices.css';
import type { SectionProps } from './sections';
import { KINDS, sayKind } from './words';

/** Practice incidents: start, end, and how fast people were against the drills before. */
export function DrillsSection({ me, site }: SectionProps) {
  const asked = useAnswer(drills, paths.drills);
  const [starting, setStarting] = useState(false);
  const officer = isOfficer(me);
  const all = asked.value?.items ?? [];
  const running = all.filter(each => each.endedAt === undefined);
  const past = all.filter(each => each.endedAt !== undefined);
  return (
    <div class="stack">
      <section class="card" aria-labelledby="drills-title">
        <header class="card-head">
          <h1 id="drills-title">{say('drills.title')}</h1>
          <p class="quiet">{say('drills.intro')}</p>
          {officer && (
            <button type="button" class="head-end primary" onClick={() => setStarting(true)}>
              {say('drills.start')}
            </button>
          )}
        </header>
        <Unanswered asked={asked} />
        <h2 class="card-title">{say('drills.running')}</h2>
        {asked.value && running.length === 0 && <p class="empty quiet">{say('drills.running.none')}</p>}
        <ul class="lines">
          {running.map(each => (
            <Running key={each.drill} drill={each} site={site} officer={officer} onChange={asked.again} />
          ))}
        </ul>
      </section>
      <section class="card" aria-labelledby="past-title">
        <header class="card-head">
          <h2 id="past-title">{say('drills.past')}</h2>
          {past.length > 1 && <p class="quiet">{say('drills.compared')}</p>}
        </header>
        {asked.value && past.length === 0 && <p class="empty quiet">{say('drills.past.none')}</p>}
        <ul class="lines">
          {past.map(each => (
            <Past key={each.drill} drill={each} all={past} site={site} />
          ))}
        </ul>
      </section>
      {starting && <Start site={site} onClose={() => setStarting(false)} onDone={asked.again} />}
    </div>
  );
}

function whatOf(drill: Drill, site: Site | undefined): string {
  return `${alertWhat('drill', drill.kind)} · ${shedName(site, drill.shed)}`;
}

interface RunningProps {
  drill: Drill;
  site: Site | undefined;
  officer: boolean;
  onChange: () => void;
}

function Running({ drill, site, officer, onChange }: RunningProps) {
  const [ending, setEnding] = useState(false);
  const question = say('drills.end.what', { shed: shedName(site, drill.shed), kind: sayKind(drill.kind) });
  return (
    <li class="drill">
      <p class="drill-what">
        <strong>{whatOf(drill, site)}</strong>
        <span>{say(drill.announced ? 'drills.announced.yes' : 'drills.announced.no')}</span>
        <span class="quiet">
          {drill.startedBy} {dayTime(drill.startedAt)} · {say('drills.for')} <Since at={drill.startedAt} />
        </span>
      </p>
      <Steps drill={drill} all={[]} />
      {officer && (
        <button type="button" class="head-end" aria-label={question} onClick={() => setEnding(true)}>
          {say('drills.end')}
        </button>
      )}
      {ending && (
        <FormDialog
          title={question}
          submit={say('drills.end')}
          onClose={() => setEnding(false)}
          onDone={onChange}
          send={() => send(nothing, 'POST', paths.endDrill(drill.drill))}
        >
          <p>{whatOf(drill, site)}</p>
        </FormDialog>
      )}
    </li>
  );
}

function Past({ drill, all, site }: { drill: Drill; all: readonly Drill[]; site: Site | undefined }) {
  return (
    <li class="drill past">
      <p class="drill-what">
        <strong>{whatOf(drill, site)}</strong>
        <span>{say(drill.announced ? 'drills.announced.yes' : 'drills.announced.no')}</span>
        <span class="quiet">
          {drill.startedBy}{' '}
          <time dateTime={new Date(drill.startedAt).toISOString()} title={full(drill.startedAt)}>
            {dayTime(drill.startedAt)}
          </time>
        </span>
      </p>
      <Steps drill={drill} all={all} />
    </li>
  );
}

/** The three times; a drill that runs still has no comparison. */
function Steps({ drill, all }: { drill: Drill; all: readonly Drill[] }) {
  return (
    <dl class="steps-line">
      {STEPS.map(step => (
        <div key={step}>
          <dt>{say(`drills.step.${step}`)}</dt>
          <dd>
            <StepTime drill={drill} all={all} step={step} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function StepTime({ drill, all, step }: { drill: Drill; all: readonly Drill[]; step: Step }) {
  const seconds = drill[step];
  if (seconds === undefined) {
    return <span class="quiet">{drill.endedAt === undefined ? MISSING : say('drills.step.none')}</span>;
  }
  const slower = slowerBy(drill, all, step);
  return (
    <>
      {exact(seconds)} {slower !== undefined && <Compared slower={slower} />}
    </>
  );
}

function Compared({ slower }: { slower: number }) {
  if (Math.abs(slower) < 1) return <small>{say('drills.same')}</small>;
  const n = exact(Math.abs(slower));
  return (
    <small class={slower > 0 ? 'slower' : 'faster'}>
      {say(slower > 0 ? 'drills.slower' : 'drills.faster', { n })}
    </small>
  );
}

const YES_NO = ['yes', 'no'] as const;

function Start({
  site,
  onClose,
  onDone,
}: {
  site: Site | undefined;
  onClose: () => void;
  onDone: () => void;
}) {
  const [announced, setAnnounced] = useState<(typeof YES_NO)[number]>('yes');
  return (
    <FormDialog
      title={say('drills.start')}
      submit={say('drills.start')}
      onClose={onClose}
      onDone={onDone}
      send={field =>
        send(nothing, 'POST', paths.drills, {
          shed: field('shed'),
          kind: field('kind'),
          announced: announced === 'yes',
        })
      }
    >
      <p>{say('drills.start.effect')}</p>
      <label class="field">
        <span>{say('drills.shed')}</span>
        <select name="shed" required>
          {site?.sheds.map(each => (
            <option key={each.shed} value={each.shed}>
              {nameOf(each.name)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{say('drills.kind')}</span>
        <select name="kind" required>
          {KINDS.map(each => (
            <option key={each} value={each} selected={each === 'smoke'}>
              {sayKind(each)}
            </option>
          ))}
        </select>
      </label>
      <div class="field">
        <span>{say('drills.announced')}</span>
        <Choice
          label={say('drills.announced')}
          options={YES_NO}
          chosen={announced}
          say={each => say(`drills.announced.${each}`)}
          onChoose={setAnnounced}
        />
      </div>
    </FormDialog>
  );
}
