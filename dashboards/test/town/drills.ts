import { made, needsOfficer } from './duty';
import { iso } from './history';
import { ok, problem, type Call, type Handler, type Reply } from './routes';
import type { TownServer } from './server';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

export interface TownDrill {
  drill: string;
  shed: string;
  kind: string;
  announced: boolean;
  startedAt: number;
  startedBy: string;
  endedAt?: number;
  noticeSeconds?: number;
  acknowledgeSeconds?: number;
  closeSeconds?: number;
}

/** Three drills of a made-up town, each faster than the one before. */
export function pastDrills(at: number): TownDrill[] {
  return [
    past(at - 7 * DAY, 's03', 'smoke', 2, 65, 540),
    past(at - 37 * DAY, 's07', 'overcurrent', 3, 148, 900),
    past(at - 68 * DAY, 's03', 'smoke', 12, 210, undefined),
  ];
}

function past(
  startedAt: number,
  shed: string,
  kind: string,
  noticeSeconds: number,
  acknowledgeSeconds: number,
  closeSeconds: number | undefined,
): TownDrill {
  const times = { noticeSeconds, acknowledgeSeconds, ...(closeSeconds && { closeSeconds }) };
  const endedAt = startedAt + 20 * MINUTE;
  return {
    drill: `drill-${startedAt}`,
    shed,
    kind,
    announced: true,
    startedAt,
    startedBy: 'officer-1',
    endedAt,
    ...times,
  };
}

export const DRILLS: [string, RegExp, Handler][] = [
  ['GET', /^drills$/, (_call, _parts, at) => ok({ items: at.drills.map(drillJson) })],
  ['POST', /^drills$/, needsOfficer(startDrill)],
  ['POST', /^drills\/([^/]+)\/end$/, needsOfficer(endDrill)],
];

function drillJson(one: TownDrill) {
  const { startedAt, endedAt, ...rest } = one;
  return { ...rest, startedAt: iso(startedAt), endedAt: endedAt === undefined ? null : iso(endedAt) };
}

function startDrill(call: Call, _parts: string[], { drills, town }: TownServer): Reply {
  const body = call.body as { shed: string; kind: string; announced: boolean };
  const running = drills.some(each => each.shed === body.shed && each.endedAt === undefined);
  if (running) return problem(409, 'conflict', 'A drill of that shed and kind is not over yet.');
  const drill = { ...body, drill: `drill-${town.now()}`, startedAt: town.now(), startedBy: call.user! };
  drills.unshift(drill);
  return made(drillJson(drill));
}

function endDrill(_call: Call, [id]: string[], { drills, town }: TownServer): Reply {
  const drill = drills.find(each => each.drill === id);
  if (!drill) return problem(404, 'not-found', 'No such drill.');
  drill.endedAt = town.now();
  return ok(drillJson(drill));
}
