import type { Usage } from '../../src/wire/sheds';
import { iso, round } from './history';
import type { Shed, Socket, Town } from './town';

export interface TownAlert {
  alert: string;
  rule: string;
  kind?: string;
  severity: string;
  shed?: string;
  socket?: number;
  state: string;
  raisedAt: number;
  clearedAt?: number;
  acknowledgedBy?: string;
  assignedTo?: string | null;
  shelvedUntil?: string | null;
  measured?: number;
  limit?: number;
  relayOpened?: boolean;
}

/** What the town says of its sheds, alerts and orders: the shapes of the server's answers. */
export function shedJson(shed: Shed, now: number, withSockets: boolean, staff: boolean) {
  const silent = shed.state !== 'online';
  const usages = shed.sockets.map(socket => (silent ? 'unknown' : socket.usage));
  const tally = (...wanted: Usage[]) => usages.filter(usage => wanted.includes(usage)).length;
  return {
    at: iso(now),
    shed: shed.shed,
    name: shed.name,
    x: shed.x,
    y: shed.y,
    state: shed.state,
    heardAt: iso(shed.heardAt),
    counts: {
      sockets: usages.length,
      free: tally('free'),
      charging: tally('charging'),
      finished: tally('finished'),
      unusable: tally('tripped', 'faulted', 'disabled'),
      unknown: tally('unknown'),
    },
    ...(shed.maintenance && {
      maintenance: {
        ...shed.maintenance,
        until: iso(shed.maintenance.until),
        startedAt: iso(shed.maintenance.startedAt),
      },
    }),
    forecast: forecastJson(shed, now, silent),
    ...(withSockets && {
      sockets: shed.sockets.map(socket => socketJson(socket, silent, staff, shed.heardAt)),
    }),
  };
}

function socketJson(socket: Socket, silent: boolean, staff: boolean, heardAt: number) {
  const volts = 219 + ((socket.socket * 7) % 5) + (socket.wattHours % 10) / 10;
  return {
    socket: socket.socket,
    usage: silent ? 'unknown' : socket.usage,
    since: iso(silent ? heardAt : socket.since),
    ...(silent && staff && { lastUsage: socket.usage }),
    ...(staff && {
      relay: socket.relay,
      volts: round(volts),
      amperes: round(socket.watts / volts / 0.62),
      watts: round(socket.watts),
      wattHours: socket.wattHours,
      celsius: round(22 + socket.watts / 30),
    }),
    ...(!silent && socket.usage === 'charging' && { finish: expectedJson(socket.at + 4_700_000) }),
    at: iso(socket.at),
  };
}

const expectedJson = (at: number) => ({ at: iso(at), from: iso(at - 900_000), to: iso(at + 1_200_000) });

/** A plausible evening: fuller towards ten o'clock. */
function forecastJson(shed: Shed, now: number, silent: boolean) {
  const full = !silent && !shed.sockets.some(each => each.usage === 'free');
  return {
    nextFree: full ? expectedJson(now + 2_400_000) : null,
    fullFrom: iso(Math.ceil(now / 3_600_000) * 3_600_000),
    fullChance: Array.from({ length: 12 }, (_, hour) => round(0.9 / (1 + Math.abs(hour - 2)))),
  };
}

export function alertJson(alert: TownAlert) {
  return {
    ...alert,
    raisedAt: iso(alert.raisedAt),
    clearedAt: alert.clearedAt === undefined ? null : iso(alert.clearedAt),
    acknowledgedBy: alert.acknowledgedBy ?? null,
  };
}

export function orderJson(order: Town['orders'][number]) {
  return {
    ...order,
    at: iso(order.at),
    expiresAt: iso(order.expiresAt),
    outcomeAt: order.outcomeAt === undefined ? null : iso(order.outcomeAt),
  };
}
