import type { Shed, Socket } from '../wire/sheds';

export interface Totals {
  readonly sockets: number;
  readonly free: number;
  readonly charging: number;
  readonly finished: number;
  readonly unusable: number;
  readonly unknown: number;
  readonly shedsOnline: number;
  readonly sheds: number;
  /** Sum of the sockets whose power is known and not too old; undefined when none is. */
  readonly watts: number | undefined;
}

export function totalsOf(sheds: readonly Shed[]): Totals {
  const sum = (read: (shed: Shed) => number) => sheds.reduce((total, shed) => total + read(shed), 0);
  const watts = sheds.map(shedWatts).filter((each): each is number => each !== undefined);
  return {
    sockets: sum(shed => shed.counts.sockets),
    free: sum(shed => shed.counts.free),
    charging: sum(shed => shed.counts.charging),
    finished: sum(shed => shed.counts.finished),
    unusable: sum(shed => shed.counts.unusable),
    unknown: sum(shed => shed.counts.unknown),
    shedsOnline: sheds.filter(shed => shed.state === 'online').length,
    sheds: sheds.length,
    watts: watts.length ? watts.reduce((a, b) => a + b, 0) : undefined,
  };
}

/** Sum over the sockets of one shed, W; sockets of unknown usage say nothing about now and are left out. */
export function shedWatts(shed: Shed): number | undefined {
  const known = (shed.sockets ?? []).filter(isKnown);
  return known.length ? known.reduce((total, socket) => total + (socket.watts ?? 0), 0) : undefined;
}

function isKnown(socket: Socket): boolean {
  return socket.usage !== 'unknown' && socket.watts !== undefined;
}
