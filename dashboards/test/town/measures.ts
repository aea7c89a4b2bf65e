import { round } from './history';
import place from './liuxi.json';
import { told, estimate } from './pressure';
import { hashed } from './random';
import { ok, problem, type Call, type Handler, type Reply } from './routes';
import type { TownServer } from './server';

const DAY = 86_400_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
/** Where sockets go, one after the other. */
const ORDER = ['s07', 's07', 's04', 's07', 's11', 's04', 's02'];

function capacity(call: Call, _parts: string[], at: TownServer): Reply {
  const asked = (name: string, usual: number) => Number(call.url.searchParams.get(name) ?? usual);
  const [sockets, minutes] = [asked('sockets', 5), asked('minutes', 30)];
  const { fittedAt, data } = told(at);
  const none = estimate(0, 0);
  if (at.unfitted) {
    const nothing = { turnedAwayADay: none, plan: [], fewerADay: none, fewerADayIfMoved: none };
    return ok({ estimate: true, fittedAt: null, data: null, movedWithinMinutes: minutes, ...nothing });
  }
  const chosen = ORDER.slice(0, sockets);
  return ok({
    estimate: true,
    fittedAt,
    data,
    turnedAwayADay: estimate(14.5, 0.16),
    plan: [...new Set(chosen)].map(shed => ({
      shed,
      sockets: place.sheds.find(each => each.shed === shed)!.sockets,
      added: chosen.filter(each => each === shed).length,
      most: shed === 's07' ? 14 : 20,
    })),
    fewerADay: estimate(0.82 * chosen.length, 0.22),
    movedWithinMinutes: minutes,
    fewerADayIfMoved: estimate(9 / (1 + minutes / 70), 0.2),
  });
}

/** A fifth fewer sessions from the day of the measure on, as far as there are days. */
function effect(call: Call, _parts: string[], { town }: TownServer): Reply {
  const asked = (name: string) => call.url.searchParams.get(name) ?? '';
  const [sheds, date] = [asked('sheds').split(','), asked('date')];
  const weeks = Number(asked('weeks') || 8);
  const of = asked('of') || 'sessions';
  const start = Date.parse(date);
  const today = Date.parse(dayOf(town.now()));
  if (!Number.isFinite(start) || start - weeks * 7 * DAY >= today || !sheds.every(known))
    return problem(400, 'invalid', 'Nothing is estimated of the days around date yet.');
  const after = Math.min(weeks, Math.floor((today - start) / (7 * DAY)));
  const controls = place.sheds.map(each => each.shed).filter(each => !sheds.includes(each));
  const compared = controls.slice(0, sheds.length > 12 ? 1 : 6);
  const missing = compared.length < 2 ? 'too-few-controls' : after < 3 ? 'too-few-weeks' : null;
  const change = of === 'sessions' ? -18.3 : -9.1;
  const wide = of === 'sessions' ? 9 : 14;
  return ok({
    estimate: true,
    of,
    sheds,
    date,
    from: dayOf(start - weeks * 7 * DAY),
    to: dayOf(Math.min(today, start + weeks * 7 * DAY)),
    controls: compared,
    change: missing
      ? null
      : { percent: change, low: change - wide, high: change + wide, found: wide < Math.abs(change) },
    missing,
    asLarge: missing || of === 'sessions' ? 0 : 2,
    weeks: Array.from({ length: weeks + Math.max(0, after) }, (_, index) => {
      const weather = 0.9 + 0.2 * hashed('weather', index);
      const fewer = index < weeks ? 1 : 1 + change / 100;
      return {
        from: dayOf(start + (index - weeks) * 7 * DAY),
        days: index % 5 === 3 ? 6 : 7,
        sheds: round(101 * sheds.length * weather * fewer * (0.96 + 0.08 * hashed('week', index))),
        controls: round(612 * weather),
      };
    }),
  });
}

const known = (shed: string) => place.sheds.some(each => each.shed === shed);

/** A month's part on pressure, for the officers' report. */
export function monthPressure(at: TownServer) {
  if (at.unfitted) return null;
  const groups = Array.from({ length: 14 }, (_, index) => ({
    buildings: place.buildings.slice(3 * index, 3 * index + 3).map(each => each.building),
    turnedAway: estimate(31 * 0.85 ** index, 0.3),
  }));
  return {
    estimate: true,
    days: 6,
    fittedAt: told(at).fittedAt,
    darkHours: 12.5,
    total: estimate(212.4, 0.14),
    groups,
    sheds: place.sheds.map((each, index) => ({
      shed: each.shed,
      fullHours: round(61 * 0.8 ** index),
      arrivals: 480 - 11 * index,
      turnedAway: estimate(48 * 0.8 ** index, 0.35),
    })),
  };
}

export const MEASURES: [string, RegExp, Handler][] = [
  ['GET', /^capacity$/, capacity],
  ['GET', /^pressure\/effect$/, effect],
];
