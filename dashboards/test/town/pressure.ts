import { hashed } from './random';
import { iso, round } from './history';
import place from './liuxi.json';
import { PATROLS } from './patrols';
import { ok, problem, roleOf, type Call, type Handler, type Reply } from './routes';
import type { TownServer } from './server';

const DAY = 86_400_000;
const WEEK_HOURS = 168;
const SAMPLE_HOURS = Array.from({ length: WEEK_HOURS }, (_, hour) => hour);

/** Two neighbours each that sheds cannot tell apart. */
const GROUPS = place.buildings.reduce<(typeof place.buildings)[]>((groups, each, index) => {
  if (index % 2 === 0) groups.push([each]);
  else groups[groups.length - 1]!.push(each);
  return groups;
}, []);

function away(key: string, hour: number): number {
  const evening = Math.max(0, 1 - Math.abs((hour % 24) - 19.5) / 4);
  return round(evening * 0.9 * hashed(key, 'pressure') * (hour >= 120 ? 0.7 : 1));
}

/** What every answer about pressure says of itself. */
export function told({ town, unfitted }: TownServer) {
  const to = Math.floor(town.now() / DAY) * DAY - 8 * 3_600_000;
  const [from, until] = [iso(to - 56 * DAY), iso(to)];
  const data = { from, to: until, sessions: 12_840, orders: 0, guessedEnds: 0, darkHours: 61.5 };
  const fittedAt = unfitted ? null : iso(to + 12_600_000);
  return { from, to: until, estimate: true, fittedAt, data: unfitted ? null : data };
}

export const estimate = (value: number, wide: number) => ({
  estimate: round(value),
  low: round(value * (1 - wide)),
  high: round(value * (1 + wide * 1.2)),
});

function map(_call: Call, _parts: string[], at: TownServer): Reply {
  const groups = GROUPS.map(group => ({
    buildings: group.map(each => each.building),
    households: group.reduce((sum, each) => sum + each.households, 0),
    sheds: ['s01', 's02'],
    value: 8 * SAMPLE_HOURS.reduce((sum, hour) => sum + away(group[0]!.building, hour), 0),
  })).sort((a, b) => b.value - a.value);
  return ok({
    ...told(at),
    total: estimate(
      groups.reduce((sum, each) => sum + each.value, 0),
      0.15,
    ),
    groups: groups.map(({ value, ...group }, index) => ({
      rank: index + 1,
      ...group,
      turnedAway: estimate(value, 0.3),
    })),
    buildings: groups
      .flatMap(group =>
        group.buildings.map(each => ({ building: each, value: group.value / group.buildings.length })),
      )
      .map(({ building, value }, index) => ({ rank: index + 1, building, turnedAway: estimate(value, 0.5) })),
    sheds: place.sheds.map(each => ({
      shed: each.shed,
      arrivals: 760,
      fullMinutes: 5_400,
      turnedAway: estimate(40, 0.4),
    })),
  });
}

function week(_call: Call, _parts: string[], at: TownServer): Reply {
  return ok({
    ...told(at),
    groups: GROUPS.map(group => {
      const numbers = SAMPLE_HOURS.map(hour => away(group[0]!.building, hour));
      return {
        buildings: group.map(each => each.building),
        households: group.reduce((sum, each) => sum + each.households, 0),
        turnedAway: numbers,
        low: numbers.map(each => round(each * 0.7)),
        high: numbers.map(each => round(each * 1.4)),
      };
    }),
    sheds: place.sheds.map(each => ({
      shed: each.shed,
      fullShare: SAMPLE_HOURS.map(hour =>
        hour === 27 ? null : Math.min(1, round(away(each.shed, hour) * 1.6)),
      ),
      turnedAway: SAMPLE_HOURS.map(hour => away(each.shed, hour)),
    })),
  });
}

/** Takes lines that have five fields or more; the second part of a file counts on. */
function take(call: Call): Reply {
  if (roleOf(call) !== 'admin') return problem(403, 'forbidden', 'Admins only.');
  const first = Number(call.url.searchParams.get('firstLine') ?? 2);
  const lines = String(call.body).split('\n').slice(1).filter(Boolean);
  const rejected = lines.flatMap((line, index) =>
    line.split(',').length < 5 ? [{ line: first + index, reason: 'endedAt is not a time' }] : [],
  );
  return ok({
    imported: lines.length - rejected.length,
    duplicate: 0,
    rejectedCount: rejected.length,
    rejected,
  });
}

/** The pressure map, and the patrols that are planned from it. */
export const PRESSURE: [string, RegExp, Handler][] = [
  ...PATROLS,
  ['GET', /^pressure$/, map],
  ['GET', /^pressure\/week$/, week],
  ['POST', /^sessions\/import$/, take],
];
