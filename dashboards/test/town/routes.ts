import type { Action } from '../../src/wire/commands';
import { DRILLS } from './drills';
import { DUTY } from './duty';
import { INCIDENTS } from './incidents';
import { LOSSES } from './losses';
import { MEASURES } from './measures';
import { MINE, REPORTS } from './mine';
import { NOTICES } from './notices';
import { chargesOf, iso, round, seriesOf } from './history';
import place from './liuxi.json';
import { PRESSURE } from './pressure';
import { RULES } from './rules';
import { alertJson, orderJson } from './said';
import type { TownServer } from './server';
import { WISHES } from './wishes';

export interface Call {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
  /** Who is logged in; undefined: a resident. */
  readonly user: string | undefined;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export type Handler = (call: Call, parts: string[], at: TownServer) => Reply;

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const problem = (status: number, type: string, detail: string): Reply => ({
  status,
  body: { type: `urn:shedwatch:${type}`, title: type, status, detail },
});

const paper: Reply = {
  status: 200,
  body: '%PDF-1.7',
  headers: {
    'Content-Type': 'application/pdf',
    'Content-Disposition': 'attachment; filename="liuxi-lobby.pdf"',
  },
};

/** Routes for everybody, then those for staff: method, path pattern, handler. */
const OPEN: [string, RegExp, Handler][] = [
  ['POST', /^login$/, login],
  ['POST', /^logout$/, () => ({ status: 200, body: { user: null, role: 'resident' }, headers: cookie('') })],
  [
    'GET',
    /^me$/,
    call => ok(call.user ? { user: call.user, role: roleOf(call) } : { user: null, role: 'resident' }),
  ],
  ['GET', /^site$/, () => ok({ ...place, hotline: '021-0000 0000（24 小时）' })],
  [
    'GET',
    /^sheds$/,
    (_call, _parts, { town }) =>
      ok({ at: iso(town.now()), sheds: town.sheds.map(each => town.shedJson(each, false)) }),
  ],
  ['GET', /^sheds\/([\w-]+)$/, oneShed],
  ...MINE,
  ...WISHES,
];
const STAFF: [string, RegExp, Handler][] = [
  ...REPORTS,
  ['GET', /^lobby-notice$/, () => paper],
  ['GET', /^sheets$/, () => problem(409, 'conflict', 'Set SHEDWATCH_PUBLIC_URL.')],
  ['GET', /^sheds\/([\w-]+)\/(?:sheet|labels)$/, () => problem(409, 'conflict', 'Set SHEDWATCH_PUBLIC_URL.')],
  ['GET', /^sheds\/([\w-]+)\/readings$/, readings],
  ['GET', /^sheds\/([\w-]+)\/sockets\/(\d+)\/readings$/, readings],
  ['PUT', /^sheds\/([\w-]+)\/maintenance$/, maintain],
  ['DELETE', /^sheds\/([\w-]+)\/maintenance$/, maintain],
  ['GET', /^alerts$/, (_call, _parts, { town }) => ok({ items: town.alerts.map(alertJson), next: null })],
  ['POST', /^alerts\/([^/]+)\/acknowledge$/, acknowledge],
  ['POST', /^sockets\/([\w-]+)\/(\d+)\/commands$/, orderSockets],
  ['POST', /^sheds\/([\w-]+)\/commands$/, orderSockets],
  ['POST', /^commands$/, orderSockets],
  ['GET', /^commands$/, (_call, _parts, { town }) => ok({ items: town.orders.map(orderJson), next: null })],
  ['GET', /^sessions$/, sessions],
  ...[...DRILLS, ...DUTY, ...INCIDENTS, ...LOSSES, ...MEASURES, ...NOTICES, ...PRESSURE, ...RULES],
];

export function answer(call: Call, at: TownServer): Reply {
  const path = call.url.pathname.replace('/api/v1/', '');
  for (const [method, pattern, handle] of [...OPEN, ...STAFF]) {
    const found = pattern.exec(path);
    if (!found || method !== call.method) continue;
    if (!call.user && STAFF.some(each => each[2] === handle))
      return problem(401, 'login-needed', 'Log in first.');
    return handle(call, found.slice(1).map(decodeURIComponent), at);
  }
  return problem(404, 'not-found', `No ${call.url.pathname} here.`);
}

/** `officer-1` is an officer, everybody else staff. */
export function roleOf(call: Call): 'staff' | 'officer' | 'admin' {
  return (/^(officer|admin)/.exec(call.user ?? '')?.[1] as 'officer' | 'admin') ?? 'staff';
}

function cookie(token: string): Record<string, string> {
  return { 'Set-Cookie': `shedwatch_login=${token}; Path=/; HttpOnly; SameSite=Strict` };
}

function login(call: Call, _parts: string[], at: TownServer): Reply {
  const { user, password } = call.body as { user?: string; password?: string };
  if (user !== 'staff-1' || password !== 'plain-sailing') return problem(401, 'login-failed', 'Wrong.');
  const token = `t${at.logins.size + 1}-${Math.floor(at.town.now())}`;
  at.logins.add(token);
  return { status: 200, body: { user, role: 'staff' }, headers: cookie(token) };
}

function oneShed(call: Call, [id]: string[], { town }: TownServer): Reply {
  const shed = town.shedById(id!);
  return shed
    ? ok(town.shedJson(shed, true, call.user !== undefined))
    : problem(404, 'not-found', 'No such shed.');
}

function readings(call: Call, [id, socket]: string[], { town }: TownServer): Reply {
  const shed = town.shedById(id!);
  if (!shed) return problem(404, 'not-found', 'No such shed.');
  const { searchParams } = call.url;
  const from = Date.parse(searchParams.get('from') ?? '');
  const to = Math.min(Date.parse(searchParams.get('to') ?? ''), town.now());
  const every = Number(/^PT(\d+)S$/.exec(searchParams.get('every') ?? '')?.[1]) * 1000;
  if (![from, to, every].every(Number.isFinite))
    return problem(400, 'invalid', 'from, to and every are needed.');
  if ((to - from) / every > 1_000) return problem(400, 'invalid', 'At most 1,000 points.');
  return ok(
    seriesOf(id!, socket ? [Number(socket)] : shed.sockets.map(each => each.socket), from, to, every),
  );
}

function maintain(call: Call, [id]: string[], { town }: TownServer): Reply {
  const shed = town.shedById(id!);
  if (!shed) return problem(404, 'not-found', 'No such shed.');
  const { until, why } = (call.body ?? {}) as { until?: string; why?: string };
  town.maintain(shed, call.method === 'DELETE' ? undefined : Date.parse(until ?? ''), why ?? '', call.user!);
  return ok(town.shedJson(shed));
}

function acknowledge(call: Call, [id]: string[], { town }: TownServer): Reply {
  const alert = town.acknowledge(id!, call.user!);
  return alert ? ok(alertJson(alert)) : problem(404, 'not-found', 'No such alert.');
}

function orderSockets(call: Call, [id, n]: string[], { town }: TownServer): Reply {
  const { do: action, confirm } = call.body as { do: Action; confirm?: boolean };
  if (n === undefined && confirm !== true) return problem(400, 'invalid', 'confirm must be true.');
  const targets = town.sheds
    .filter(shed => id === undefined || shed.shed === id)
    .flatMap(shed =>
      shed.sockets
        .filter(each => n === undefined || each.socket === Number(n))
        .map(socket => ({ shed, socket })),
    );
  if (targets.length === 0) return problem(404, 'not-found', 'No such socket.');
  const orders = targets.map(({ shed, socket }) => orderJson(town.order(shed, socket, action, call.user!)));
  return { status: 202, body: n === undefined ? { items: orders } : orders[0] };
}

function sessions(call: Call, _parts: string[], { town }: TownServer): Reply {
  const now = town.now();
  const only = call.url.searchParams.get('shed');
  const limit = Number(call.url.searchParams.get('limit') ?? 50);
  const start = Number(call.url.searchParams.get('cursor') ?? 0);
  const all = town.sheds
    .filter(shed => !only || shed.shed === only)
    .flatMap(shed =>
      shed.sockets.flatMap(({ socket }) =>
        chargesOf(shed.shed, socket, now - 86_400_000, now).map(charge => ({
          shed: shed.shed,
          socket,
          charge,
        })),
      ),
    )
    .filter(({ charge }) => charge.startedAt <= now)
    .sort((a, b) => b.charge.startedAt - a.charge.startedAt);
  const items = all.slice(start, start + limit).map(({ shed, socket, charge }) => {
    const end = Math.min(charge.finishedAt, now);
    return {
      session: `${shed}-${socket}-${charge.startedAt}`,
      shed,
      socket,
      startedAt: iso(charge.startedAt),
      finishedAt: charge.finishedAt <= now ? iso(charge.finishedAt) : null,
      endedAt: charge.endedAt <= now ? iso(charge.endedAt) : null,
      wattHours: round((charge.watts * 0.9 * (end - charge.startedAt)) / 3_600_000),
      peakWatts: round(charge.watts),
      ...(charge.endedAt <= now && { stopReason: socket % 7 === 0 ? 'full-cut' : 'unplugged' }),
    };
  });
  return ok({ items, next: start + limit < all.length ? String(start + limit) : null });
}
