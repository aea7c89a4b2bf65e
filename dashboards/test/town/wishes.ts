import place from './liuxi.json';
import { iso } from './history';
import { ok, problem, type Handler } from './routes';
import type { Town } from './town';

interface Free {
  readonly wish: string;
  readonly sheds: readonly string[];
  readonly expiresAt: number;
  push?: boolean;
  offer?: { shed: string; socket: number; until: number };
}

interface Charge {
  readonly wish: string;
  readonly shed: string;
  readonly socket: number;
  stage: string;
  push: boolean;
}

/** A short rule of its own: what pages need to see of the server's. */
export class TownWishes {
  line: Free[] = [];
  readonly charges: Charge[] = [];
  /** What phones gave to be told with their page closed. */
  readonly subscriptions: unknown[] = [];
  /** What comes next for a full bike: `move` once others wait, `full` at night. */
  finished: 'done' | 'move' | 'full' = 'done';
  private number = 0;

  token(): string {
    return (++this.number).toString(16).padStart(32, '0');
  }

  /** Somebody asks for a socket at these sheds. */
  ask(town: Town, sheds: readonly string[]): Free {
    const free = { wish: this.token(), sheds, expiresAt: town.now() + 10_800_000 };
    this.line.push(free);
    return free;
  }

  settle(town: Town): void {
    const held = new Set(this.line.flatMap(each => (each.offer ? [keyOf(each.offer)] : [])));
    for (const free of this.line.filter(each => !each.offer)) {
      const found = free.sheds
        .flatMap(shed => (town.shedById(shed)?.sockets ?? []).map(each => ({ shed, ...each })))
        .find(each => each.usage === 'free' && !held.has(keyOf(each)));
      if (!found) continue;
      held.add(keyOf(found));
      free.offer = { shed: found.shed, socket: found.socket, until: town.now() + 300_000 };
    }
  }
}

const keyOf = (each: { shed: string; socket: number }) => `${each.shed}-${each.socket}`;
const usageAt = (town: Town, shed: string, socket: number) =>
  town.shedById(shed)?.sockets.find(each => each.socket === socket)?.usage;

function freeJson(free: Free, town: Town, wishes: TownWishes) {
  const { offer } = free;
  const taken = offer && usageAt(town, offer.shed, offer.socket) !== 'free';
  return {
    wish: free.wish,
    stage: taken ? 'taken' : offer ? 'offered' : 'waiting',
    sheds: free.sheds,
    ...(!offer && { place: 1 + wishes.line.filter(each => !each.offer).indexOf(free) }),
    ...(offer && { offer: { ...offer, until: iso(offer.until) } }),
    askedAt: iso(town.now()),
    expiresAt: iso(free.expiresAt),
    push: free.push ?? false,
    at: iso(town.now()),
  };
}

const askFree: Handler = (call, _parts, { town, wishes }) => {
  const { building, sheds } = call.body as { building?: string; sheds?: string[] };
  const home = place.buildings.find(each => each.building === building);
  const metres = (each: { x: number; y: number }) => Math.hypot(each.x - home!.x, each.y - home!.y);
  const near = home && [...place.sheds].sort((a, b) => metres(a) - metres(b)).map(each => each.shed);
  if (!near && !sheds) return problem(400, 'invalid', 'Name a building or sheds.');
  return { status: 201, body: freeJson(wishes.ask(town, sheds ?? near!.slice(0, 3)), town, wishes) };
};

const readFree: Handler = (_call, [token], { town, wishes }) => {
  wishes.settle(town);
  const found = wishes.line.find(each => each.wish === token);
  return found ? ok(freeJson(found, town, wishes)) : problem(404, 'not-found', 'No such wish.');
};

const dropFree: Handler = (_call, [token], { wishes }) => {
  wishes.line = wishes.line.filter(each => each.wish !== token);
  return { status: 204 };
};

const ENDS: Record<string, string> = { tripped: 'stopped', faulted: 'stopped', disabled: 'stopped' };

const chargeJson = (charge: Charge) => ({ ...charge, quiet: { fromHour: 22, toHour: 7 } });

const askCharge: Handler = (call, _parts, { town, wishes }) => {
  const { shed, socket } = call.body as { shed: string; socket: number };
  if (usageAt(town, shed, socket) !== 'charging') return problem(409, 'conflict', 'Nothing charges there.');
  const charge = { wish: wishes.token(), shed, socket, stage: 'waiting', push: false };
  wishes.charges.push(charge);
  return { status: 201, body: chargeJson(charge) };
};

const readCharge: Handler = (_call, [token], { town, wishes }) => {
  const charge = wishes.charges.find(each => each.wish === token);
  if (!charge) return problem(404, 'not-found', 'No such wish.');
  const usage = usageAt(town, charge.shed, charge.socket) ?? 'unknown';
  if (usage === 'free') charge.stage = charge.stage === 'waiting' ? 'unplugged' : 'moved';
  else if (usage === 'finished') charge.stage = wishes.finished;
  else charge.stage = ENDS[usage] ?? charge.stage;
  return ok(chargeJson(charge));
};

const dropCharge: Handler = (_call, [token], { wishes }) => {
  wishes.charges.splice(0, wishes.charges.length, ...wishes.charges.filter(each => each.wish !== token));
  return { status: 204 };
};

/** A point of the curve, as a browser takes it. */
const PUSH_KEY = 'BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8';

const tellClosed: Handler = (call, [token], { wishes }) => {
  const found = [...wishes.line, ...wishes.charges].find(each => each.wish === token);
  if (!found) return problem(404, 'not-found', 'No such wish.');
  found.push = true;
  wishes.subscriptions.push(call.body);
  return { status: 204 };
};

/** Wishes of residents, as the server answers them. */
export const WISHES: [string, RegExp, Handler][] = [
  ['GET', /^wishes\/push$/, () => ok({ key: PUSH_KEY })],
  ['PUT', /^wishes\/push\/(\w+)$/, tellClosed],
  ['POST', /^wishes\/free$/, askFree],
  ['GET', /^wishes\/free\/(\w+)$/, readFree],
  ['DELETE', /^wishes\/free\/(\w+)$/, dropFree],
  ['POST', /^wishes\/charge$/, askCharge],
  ['GET', /^wishes\/charge\/(\w+)$/, readCharge],
  ['DELETE', /^wishes\/charge\/(\w+)$/, dropCharge],
];
