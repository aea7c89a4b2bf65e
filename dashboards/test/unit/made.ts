import type { Alert } from '../../src/wire/alerts';
import type { Command } from '../../src/wire/commands';
import { parse, Problem, type Shape } from '../../src/wire/shape';
import { shed, type Shed, type Usage } from '../../src/wire/sheds';
import { alert } from '../../src/wire/alerts';
import { command } from '../../src/wire/commands';

export const T = 1_767_225_600_000;
export const iso = (at: number) => new Date(at).toISOString();

function made<S>(shape: Shape<S>, value: unknown): S {
  const read = parse(shape, value);
  if (read instanceof Problem) throw new Error(String(read));
  return read;
}

export function madeShed(id: string, usages: Usage[] = ['free'], more: object = {}): Shed {
  const tally = (...wanted: Usage[]) => usages.filter(usage => wanted.includes(usage)).length;
  return made(shed, {
    shed: id,
    name: id,
    x: 0,
    y: 0,
    state: 'online',
    heardAt: iso(T),
    counts: {
      sockets: usages.length,
      free: tally('free'),
      charging: tally('charging'),
      finished: tally('finished'),
      unusable: tally('tripped', 'faulted', 'disabled'),
      unknown: tally('unknown'),
    },
    sockets: usages.map((usage, index) => ({
      socket: index + 1,
      usage,
      watts: usage === 'charging' ? 150 : 0,
    })),
    ...more,
  });
}

export function madeAlert(id: string, more: object = {}): Alert {
  const plain = {
    alert: id,
    rule: 'hardware',
    severity: 'major',
    state: 'active-unacknowledged',
    raisedAt: iso(T),
  };
  return made(alert, { ...plain, ...more });
}

export function madeOrder(id: string, more: object = {}): Command {
  const plain = {
    command: id,
    shed: 's01',
    socket: 1,
    do: 'open-relay',
    at: iso(T),
    expiresAt: iso(T + 60_000),
  };
  return made(command, { ...plain, ...more });
}
