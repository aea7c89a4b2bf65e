import { iso } from './history';
import place from './liuxi.json';
import { ok, problem, type Call, type Handler, type Reply } from './routes';
import type { TownServer } from './server';

interface Stop {
  building: string;
  wires: number | null;
  cleared: boolean | null;
  foundAt: string | null;
  foundBy: string | null;
  photos: string[];
}
interface Walk {
  patrol: string;
  startsAt: string;
  minutes: number;
  plannedBy: string;
  stops: Stop[];
}

const HOUR = 3_600_000;
const walks = new WeakMap<TownServer, Walk[]>();

const reason = {
  zh: '17:00–22:00 约 2.6 人扑空（估计）；近期巡查发现 1.0 根，预期 0.6 根',
  en: 'about 2.6 turned away 17:00–22:00 (estimate); recent patrols found 1.0 wires where 0.6 were expected',
};

function walksOf(at: TownServer): Walk[] {
  const known = walks.get(at) ?? [];
  walks.set(at, known);
  return known;
}

const walkJson = (walk: Walk) => ({
  ...walk,
  stops: walk.stops.map(each => ({ ...each, expected: 0.52, reason })),
});

function list(_call: Call, _parts: string[], at: TownServer): Reply {
  const now = at.town.now();
  return ok({
    at: iso(now),
    estimate: true,
    basis: {
      fittedAt: iso(now - 16 * HOUR),
      from: iso(now - 57 * 24 * HOUR),
      to: iso(now - 24 * HOUR),
      sessions: 12_840,
      orders: 0,
    },
    candidates: place.buildings.map((each, index) => ({
      rank: index + 1,
      building: each.building,
      from: iso(now - (now % HOUR) + 3 * HOUR),
      to: iso(now - (now % HOUR) + 4 * HOUR),
      wires: { estimate: 1.2 / (index + 1), low: 0.2 / (index + 1), high: 2.4 / (index + 1) },
      reason,
    })),
    items: walksOf(at).map(walkJson),
  });
}

function plan(call: Call, _parts: string[], at: TownServer): Reply {
  const { minutes } = call.body as { minutes: number };
  const known = walksOf(at);
  const walk: Walk = {
    patrol: `p${known.length + 1}`,
    startsAt: iso(at.town.now() + HOUR),
    minutes: minutes - 2,
    plannedBy: call.user ?? '',
    stops: place.buildings
      .filter((_each, index) => index % 7 === 3 || index % 11 === 0)
      .map(each => ({
        building: each.building,
        wires: null,
        cleared: null,
        foundAt: null,
        foundBy: null,
        photos: [],
      })),
  };
  known.unshift(walk);
  return { status: 201, body: walkJson(walk) };
}

function found(call: Call, [id]: string[], at: TownServer): Reply {
  const { building, wires, cleared } = call.body as { building: string; wires: number; cleared: boolean };
  const walk = walksOf(at).find(each => each.patrol === id);
  const stop = walk?.stops.find(each => each.building === building);
  if (!walk || !stop) return problem(404, 'not-found', 'No such stop.');
  Object.assign(stop, { wires, cleared, foundAt: iso(at.town.now()), foundBy: call.user });
  return ok(walkJson(walk));
}

const PHOTOS = /^patrols\/([^/]+)\/photos$/;
const PHOTO = /^patrols\/([^/]+)\/photos\/([^/]+)$/;
/** One grey pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

function photographed(call: Call, [id]: string[], at: TownServer): Reply {
  const walk = walksOf(at).find(each => each.patrol === id);
  const stop = walk?.stops.find(each => each.building === call.url.searchParams.get('building'));
  if (!walk || !stop) return problem(404, 'not-found', 'No such stop.');
  if (String(call.body).includes('no photo')) return problem(415, 'unsupported-media-type', 'No photo.');
  stop.photos.push(`${stop.building}-${stop.photos.length + 1}`.padStart(64, '0'));
  return { status: 201, body: walkJson(walk) };
}

function erased(_call: Call, [id, photo]: string[], at: TownServer): Reply {
  for (const stop of walksOf(at).find(each => each.patrol === id)?.stops ?? [])
    stop.photos = stop.photos.filter(each => each !== photo);
  return { status: 204 };
}

function picture(): Reply {
  return { status: 200, body: Buffer.from(PIXEL, 'base64'), headers: { 'Content-Type': 'image/png' } };
}

export const PATROLS: [string, RegExp, Handler][] = [
  ['GET', /^patrols$/, list],
  ['POST', /^patrols$/, plan],
  ['POST', /^patrols\/([^/]+)\/findings$/, found],
  ['POST', PHOTOS, photographed],
  ['GET', PHOTO, picture],
  ['DELETE', PHOTO, erased],
];
