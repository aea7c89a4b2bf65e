import { useState } from 'preact/hooks';
import { percent, tenths } from '../i18n/format';
import { nameOf } from '../i18n/words';
import { DAYS, HOURS_A_DAY, level } from '../state/pressure';
import { Choice } from '../ui/choice';
import { useStore } from '../ui/store';
import type { PressureWeek } from '../wire/pressure';
import { desk } from './hands';
import { Scale } from './pressure-plan';
import { say } from './words';

const SHOWS = ['full', 'away'] as const;
type Show = (typeof SHOWS)[number];
const CELL = 20;
const LEFT = 44;
const TOP = 18;

/** One shed's mean week by hour: how full it was, and who would have gone there first. */
export function ShedWeek({ week }: { week: PressureWeek }) {
  const site = useStore(desk, state => state.site);
  const [chosen, setChosen] = useState(week.sheds[0]?.shed ?? '');
  const [show, setShow] = useState<Show>('full');
  const shed = week.sheds.find(each => each.shed === chosen);
  if (!shed) return null;
  const nameOfShed = (id: string) => {
    const known = site?.sheds.find(each => each.shed === id);
    return known ? nameOf(known.name) : id;
  };
  const most = show === 'full' ? 1 : Math.max(0, ...week.sheds.flatMap(each => each.turnedAway));
  const values = show === 'full' ? shed.fullShare : shed.turnedAway;
  const words = (value: number | undefined) =>
    value === undefined ? say('pressure.week.unseen') : show === 'full' ? percent(value) : tenths(value);
  return (
    <section class="panel" aria-labelledby="pressure-week-title">
      <header class="panel-head">
        <h2 id="pressure-week-title">{say('pressure.week')}</h2>
        <label class="filter">
          <span>{say('pressure.week.shed')}</span>
          <select value={chosen} onChange={event => setChosen(event.currentTarget.value)}>
            {week.sheds.map(each => (
              <option key={each.shed} value={each.shed}>
                {nameOfShed(each.shed)}
              </option>
            ))}
          </select>
        </label>
        <Choice
          label={say('pressure.week.show')}
          options={SHOWS}
          chosen={show}
          say={each => say(`pressure.week.${each}`)}
          onChoose={setShow}
        />
        <Scale words={`0 – ${words(most)}`} />
      </header>
      <p class="pressure-sum">{summary(nameOfShed(chosen), shed)}</p>
      <div class="heat-scroll" tabIndex={0} role="group" aria-labelledby="pressure-week-title">
        <svg
          class="heat-map"
          viewBox={`0 0 ${LEFT + HOURS_A_DAY * CELL} ${TOP + 7 * CELL}`}
          role="img"
          aria-label={summary(nameOfShed(chosen), shed)}
        >
          {Array.from({ length: HOURS_A_DAY }, (_, hour) => (
            <text key={hour} class="heat-label" x={LEFT + (hour + 0.5) * CELL} y={TOP - 6}>
              {hour}
            </text>
          ))}
          {DAYS.map((each, day) => (
            <g key={each}>
              <text class="heat-label day" x={LEFT - 6} y={TOP + (day + 0.5) * CELL + 4}>
                {say(`pressure.day.${each}`)}
              </text>
              {Array.from({ length: HOURS_A_DAY }, (_, hour) => {
                const value = values[day * HOURS_A_DAY + hour];
                return (
                  <rect
                    key={hour}
                    class={value === undefined ? 'heat heat-unseen' : `heat heat-${level(value, most)}`}
                    x={LEFT + hour * CELL}
                    y={TOP + day * CELL}
                    width={CELL - 1}
                    height={CELL - 1}
                  >
                    <title>
                      {say('pressure.week.cell', { day: say(`pressure.day.${each}`), hour, n: words(value) })}
                    </title>
                  </rect>
                );
              })}
            </g>
          ))}
        </svg>
      </div>
    </section>
  );
}

/** What the picture says, in words. */
function summary(name: string, shed: PressureWeek['sheds'][number]): string {
  let fullest = 0;
  shed.fullShare.forEach((share, hour) => {
    if ((share ?? 0) > (shed.fullShare[fullest] ?? 0)) fullest = hour;
  });
  return say('pressure.week.sum', {
    shed: name,
    day: say(`pressure.day.${DAYS[Math.floor(fullest / HOURS_A_DAY)]!}`),
    hour: fullest % HOURS_A_DAY,
    share: percent(shed.fullShare[fullest] ?? 0),
    n: tenths(shed.turnedAway.reduce((sum, each) => sum + each, 0)),
  });
}
