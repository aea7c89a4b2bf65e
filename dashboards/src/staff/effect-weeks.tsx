import { percent, tenths } from '../i18n/format';
import { topOf, weekPoints, type WeekPoint } from '../state/effect';
import type { Effect } from '../wire/pressure';
import { say } from './pressure-words';
import { dayWords } from './words';

const WIDTH = 720;
const HEIGHT = 240;
const LEFT = 70;
const RIGHT = 12;
const TOP = 14;
const BOTTOM = 30;

/** Week by week: the sheds of the measure against the others, both as shares of what they had before. */
export function EffectWeeks({ told }: { told: Effect }) {
  const points = weekPoints(told);
  return (
    <>
      <div class="effect-weeks">
        <h3>{say('effect.chart')}</h3>
        <p class="effect-legend">
          <Key side="sheds" words={say('effect.mark.sheds')} />
          <Key side="controls" words={say('effect.mark.controls')} />
        </p>
        <Chart points={points} />
        <p class="quiet">{say('effect.chart.how')}</p>
      </div>
      <div class="effect-table" tabIndex={0} role="group" aria-label={say('effect.table')}>
        <table class="wide-table">
          <thead>
            <tr>
              <th scope="col">{say('effect.week')}</th>
              <th scope="col" class="number">
                {say('effect.days')}
              </th>
              <th scope="col" class="number">
                {say('effect.aday.sheds')}
              </th>
              <th scope="col" class="number">
                {say('effect.aday.controls')}
              </th>
            </tr>
          </thead>
          <tbody>
            {told.weeks.map(each => (
              <tr key={each.from} class={each.from >= told.date ? 'after' : undefined}>
                <td>{dayWords(each.from)}</td>
                <td class="number">{each.days}</td>
                <td class="number">{tenths(each.sheds / Math.max(1, each.days))}</td>
                <td class="number">{tenths(each.controls / Math.max(1, each.days))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Key({ side, words }: { side: 'sheds' | 'controls'; words: string }) {
  return (
    <span>
      <svg viewBox="0 0 34 12" aria-hidden="true">
        <line class={`effect-line line-${side}`} x1="1" x2="33" y1="6" y2="6" />
        <Dot side={side} x={17} y={6} />
      </svg>
      {words}
    </span>
  );
}

/** Round and square: the two lines can be told apart without colour. */
function Dot({ side, x, y }: { side: 'sheds' | 'controls'; x: number; y: number }) {
  return side === 'sheds' ? (
    <circle class="effect-dot dot-sheds" cx={x} cy={y} r="4" />
  ) : (
    <rect class="effect-dot dot-controls" x={x - 3.5} y={y - 3.5} width="7" height="7" />
  );
}

function Chart({ points }: { points: readonly WeekPoint[] }) {
  const first = Math.min(-1, ...points.map(each => each.week));
  const last = Math.max(0, ...points.map(each => each.week)) + 1;
  const top = topOf(points);
  const x = (week: number) => LEFT + ((week - first) / (last - first)) * (WIDTH - LEFT - RIGHT);
  const y = (share: number) => HEIGHT - BOTTOM - (share / top) * (HEIGHT - TOP - BOTTOM);
  const line = (side: 'sheds' | 'controls') =>
    points.flatMap(each => {
      const share = each[side];
      return share === undefined ? [] : [{ week: each.week, x: x(each.week + 0.5), y: y(share) }];
    });
  const ticks = Array.from({ length: Math.floor(top / 0.5) + 1 }, (_, index) => index * 0.5);
  return (
    <svg class="effect-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={inWords(points)}>
      {ticks.map(each => (
        <g key={each}>
          <line class="effect-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(each)} y2={y(each)} />
          <text class="effect-label share" x={LEFT - 6} y={y(each) + 4}>
            {percent(each)}
          </text>
        </g>
      ))}
      <line class="effect-start" x1={x(0)} x2={x(0)} y1={TOP - 8} y2={HEIGHT - BOTTOM} />
      <text class="effect-label before" x={x(0) - 8} y={HEIGHT - 8}>
        {say('effect.before')}
      </text>
      <text class="effect-label after" x={x(0) + 8} y={HEIGHT - 8}>
        {say('effect.after')}
      </text>
      {(['controls', 'sheds'] as const).map(side => (
        <g key={side}>
          <path class={`effect-line line-${side}`} d={pathOf(line(side))} />
          {line(side).map(each => (
            <Dot key={each.week} side={side} x={each.x} y={each.y} />
          ))}
        </g>
      ))}
    </svg>
  );
}

/** A week that does not count leaves a gap in the line. */
function pathOf(dots: readonly { week: number; x: number; y: number }[]): string {
  return dots
    .map((dot, index) => `${dots[index - 1]?.week === dot.week - 1 ? 'L' : 'M'}${dot.x} ${dot.y}`)
    .join('');
}

/** What the picture says, in words. */
function inWords(points: readonly WeekPoint[]): string {
  const mean = (side: 'sheds' | 'controls') => {
    const after = points.filter(each => each.week >= 0).flatMap(each => each[side] ?? []);
    return after.length === 0
      ? say('effect.chart.nothing')
      : percent(after.reduce((sum, each) => sum + each, 0) / after.length);
  };
  return say('effect.chart.sum', { sheds: mean('sheds'), controls: mean('controls') });
}
