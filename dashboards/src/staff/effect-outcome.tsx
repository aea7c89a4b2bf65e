import { change, tenths } from '../i18n/format';
import { verdict, type Measure } from '../state/effect';
import type { Site } from '../wire/people';
import type { Change, Effect } from '../wire/pressure';
import { EffectWeeks } from './effect-weeks';
import { Interval } from './interval';
import { say } from './pressure-words';
import { ShedsPlan, type Mark } from './sheds-plan';
import { dayWords, shedName } from './words';

/** The scale shows at least so many percent on both sides, so that a small change looks small. */
const LEAST_SCALE = 50;

/** What was found, in words first; printable. */
export function EffectOutcome({ told, what, site }: { told: Effect; what: Measure; site: Site }) {
  const names = (sheds: readonly string[]) => sheds.map(each => shedName(site.sheds, each)).join(say('and'));
  const marks = new Map<string, Mark>([
    ...told.controls.map((shed): [string, Mark] => [
      shed,
      { tone: 'other', words: say('effect.mark.control') },
    ]),
    ...told.sheds.map((shed): [string, Mark] => [shed, { tone: 'chosen', words: say('effect.mark.shed') }]),
  ]);
  return (
    <section class="panel effect-answer" aria-labelledby="effect-answer">
      <header class="panel-head">
        <h2 id="effect-answer">
          {say('effect.heading', {
            what: say(`effect.measure.${what}`),
            sheds: names(told.sheds),
            date: dayWords(told.date),
          })}
        </h2>
        <button type="button" class="head-button print-button" onClick={() => window.print()}>
          {say('effect.print')}
        </button>
      </header>
      <div class="answer-body">
        <div class="answer-words">
          {told.change ? <Found told={told} change={told.change} /> : <Missing told={told} />}
          <h3>{say('effect.controls')}</h3>
          <p>{told.controls.length > 0 ? names(told.controls) : say('effect.controls.none')}</p>
          <p class="quiet">{say('effect.controls.how')}</p>
          <p class="quiet">{say(`effect.limits.${told.of}`)}</p>
          <p class="quiet">{say('effect.limits')}</p>
          <p class="quiet">
            {say('effect.from', { from: dayWords(told.from), to: dayWords(dayBefore(told.to)) })}
          </p>
          <p class="quiet on-screen">{say('effect.link')}</p>
        </div>
        <ShedsPlan site={site} marks={marks} />
      </div>
      {told.weeks.length > 0 && <EffectWeeks told={told} />}
    </section>
  );
}

function Found({ told, change: found }: { told: Effect; change: Change }) {
  const fill = { n: change(found.percent), low: change(found.low), high: change(found.high) };
  const most = Math.max(LEAST_SCALE, Math.abs(found.low), Math.abs(found.high));
  const said = verdict(found);
  return (
    <>
      <div class="answer-figure">
        <p>{say(`effect.change.${told.of}`)}</p>
        <p class="answer-number">
          <strong>{fill.n}</strong> <span>{say('effect.interval', fill)}</span>
        </p>
        <Interval estimate={found.percent} low={found.low} high={found.high} from={-most} to={most} />
      </div>
      <p>
        <strong>{say(`effect.verdict.${said}`)}</strong> {say(`effect.means.${said}`, fill)}
      </p>
      <p>
        {say('effect.placebo', { of: told.controls.length, n: told.asLarge })}{' '}
        {told.asLarge > 0 && say('effect.placebo.some')}
      </p>
    </>
  );
}

/** Why there is no number. */
function Missing({ told }: { told: Effect }) {
  const before = told.weeks.filter(each => each.from < told.date);
  const perWeek = before.reduce((sum, each) => sum + each.sheds / before.length, 0);
  return (
    <>
      <p>
        <strong>{say('effect.verdict.none')}</strong>
      </p>
      <p>
        {say(`effect.missing.${told.missing ?? 'other'}`, {
          before: before.length,
          after: told.weeks.length - before.length,
          controls: told.controls.length,
          n: tenths(perWeek),
        })}
      </p>
    </>
  );
}

/** `to` is the first day that is not looked at. */
function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
