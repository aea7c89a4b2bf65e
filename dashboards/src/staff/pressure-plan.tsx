import { useMemo, useState } from 'preact/hooks';
import { tenths } from '../i18n/format';
import { nameOf } from '../i18n/words';
import { byBuilding, DAYS, HOURS_A_DAY, level, mostOfWeek } from '../state/pressure';
import { Choice } from '../ui/choice';
import type { Site } from '../wire/people';
import type { PressureWeek } from '../wire/pressure';
import { say, shortName } from './words';

/** Sizes in metres of the site's plan. */
export const SLAB = { width: 36, height: 15 };
const MARGIN = 12;
const EVENING = 19;
const SHOWN = 5;
/** Fewer than that in an hour of a week are not written on a slab. */
const WRITTEN = 0.05;

interface Props {
  site: Site;
  week: PressureWeek;
  households: ReadonlyMap<string, number>;
}

/** The site from above: how many of each building are turned away in one hour of the week. */
export function PressurePlan({ site, week, households }: Props) {
  const [weekday, setWeekday] = useState<(typeof DAYS)[number]>('0');
  const [hour, setHour] = useState(EVENING);
  const at = Number(weekday) * HOURS_A_DAY + hour;
  const most = useMemo(() => mostOfWeek(week, households), [week, households]);
  const numbers = useMemo(() => byBuilding(week, households, at), [week, households, at]);
  const names = new Map(
    site.buildings.map(each => [each.building, each.name ? nameOf(each.name) : each.building]),
  );
  const highest = [...numbers].filter(each => each[1] >= WRITTEN).sort((a, b) => b[1] - a[1]);
  return (
    <section class="panel pressure-plan" aria-labelledby="pressure-plan-title">
      <header class="panel-head">
        <h2 id="pressure-plan-title">{say('pressure.plan')}</h2>
        <Scale words={say('pressure.scale', { most: tenths(most) })} />
      </header>
      <div class="pressure-when">
        <Choice
          label={say('pressure.day')}
          options={DAYS}
          chosen={weekday}
          say={each => say(`pressure.day.${each}`)}
          onChoose={setWeekday}
        />
        <label class="pressure-hour">
          <span>{say('pressure.hour')}</span>
          <input
            type="range"
            min="0"
            max="23"
            value={hour}
            aria-valuetext={say('pressure.hour.is', { hour, next: hour + 1 })}
            onInput={event => setHour(Number(event.currentTarget.value))}
          />
          <output>{say('pressure.hour.is', { hour, next: hour + 1 })}</output>
        </label>
      </div>
      <div class="pressure-plan-body">
        <svg viewBox={boxOf(site)} class="pressure-svg" aria-hidden="true">
          {site.buildings.map(each => {
            const value = numbers.get(each.building) ?? 0;
            return (
              <g key={each.building} transform={`translate(${each.x} ${-each.y})`}>
                <rect
                  class={`heat heat-${level(value, most)}`}
                  x={-SLAB.width / 2}
                  y={-SLAB.height / 2}
                  width={SLAB.width}
                  height={SLAB.height}
                  rx="1"
                />
                <text class={`slab-name heat-ink-${level(value, most)}`} y="-2">
                  {(names.get(each.building) ?? '').replace(/^Building\s+/i, '').replace(/号楼$/, '')}
                </text>
                <text class={`heat-ink-${level(value, most)}`} y="5">
                  {value >= WRITTEN ? tenths(value) : ''}
                </text>
              </g>
            );
          })}
          {site.sheds.map(each => (
            <g key={each.shed} transform={`translate(${each.x} ${-each.y})`}>
              <rect class="shed-spot" x="-10" y="-5" width="20" height="10" rx="5" />
              <text class="shed-spot-name" y="2.4">
                {shortName(nameOf(each.name))}
              </text>
            </g>
          ))}
        </svg>
        <div class="pressure-list">
          <p>{say('pressure.plan.say', { day: say(`pressure.day.${weekday}`), hour })}</p>
          {highest.length === 0 && <p class="quiet">{say('pressure.plan.calm')}</p>}
          <ol>
            {highest.slice(0, SHOWN).map(([building, value]) => (
              <li key={building}>
                {say('pressure.plan.building', { name: names.get(building) ?? building, n: tenths(value) })}
              </li>
            ))}
          </ol>
        </div>
      </div>
    </section>
  );
}

/** The five steps of the scale, with what they mean in words. */
export function Scale({ words }: { words: string }) {
  return (
    <span class="heat-scale">
      <svg viewBox="0 0 60 10" aria-hidden="true">
        {[0, 1, 2, 3, 4, 5].map(each => (
          <rect key={each} class={`heat heat-${each}`} x={each * 10} width="10" height="10" />
        ))}
      </svg>
      {words}
    </span>
  );
}

export function boxOf(site: Site): string {
  const places = [...site.buildings, ...site.sheds];
  const xs = places.map(place => place.x);
  const ys = places.map(place => -place.y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const pad = SLAB.width / 2 + MARGIN;
  return `${left - pad} ${top - pad} ${Math.max(...xs) - left + 2 * pad} ${Math.max(...ys) - top + 2 * pad}`;
}
