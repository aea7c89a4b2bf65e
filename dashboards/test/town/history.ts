import { hashed } from './random';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const SHANGHAI = 8 * HOUR;

export interface Charge {
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly endedAt: number;
  readonly watts: number;
}

/** How full the sheds are by hour of the day: empty in the small hours, full from six in the evening on. */
const BUSY = [
  0.5, 0.45, 0.4, 0.35, 0.3, 0.25, 0.2, 0.2, 0.22, 0.25, 0.28, 0.3, 0.32, 0.3, 0.3, 0.35, 0.45, 0.7, 0.85,
  0.9, 0.88, 0.82, 0.7, 0.6,
];

/** One slot of four hours holds at most one charge: the past is made from its time, nothing is kept. */
const SLOT = 4 * HOUR;
/** Slots begin at 1, 5, 9, 13, 17 and 21 o'clock at the site. */
const SLOT_OFFSET = HOUR - SHANGHAI;

function chargeOf(shed: string, socket: number, slot: number): Charge | null {
  const start = slot * SLOT + SLOT_OFFSET + hashed(shed, socket, slot, 'start') * 0.6 * HOUR;
  const hour = Math.floor(((start + HOUR + SHANGHAI) % (24 * HOUR)) / HOUR);
  if (hashed(shed, socket, slot, 'any') > BUSY[hour]!) return null;
  const finishedAt = start + (1.4 + 1.5 * hashed(shed, socket, slot, 'long')) * HOUR;
  return {
    startedAt: start,
    finishedAt,
    endedAt: finishedAt + hashed(shed, socket, slot, 'idle') * 30 * MINUTE,
    watts: 110 + 190 * hashed(shed, socket, slot, 'watts'),
  };
}

/** Charges of one socket that touch the time from..to, oldest first. */
export function chargesOf(shed: string, socket: number, from: number, to: number): Charge[] {
  const found: Charge[] = [];
  for (
    let slot = Math.floor((from - SLOT_OFFSET) / SLOT) - 1;
    slot <= Math.floor((to - SLOT_OFFSET) / SLOT);
    slot++
  ) {
    const charge = chargeOf(shed, socket, slot);
    if (charge && charge.endedAt > from && charge.startedAt < to) found.push(charge);
  }
  return found;
}

/** W of one socket: a plateau that rises by 5 %, a taper in the last forty minutes, 2 W of standby when full. */
export function wattsAt(charges: readonly Charge[], at: number): number {
  const charge = charges.find(each => at >= each.startedAt && at < each.endedAt);
  if (!charge) return 0;
  if (at >= charge.finishedAt) return 2;
  const share = (at - charge.startedAt) / (charge.finishedAt - charge.startedAt);
  const left = charge.finishedAt - at;
  return charge.watts * (0.95 + 0.05 * share) * Math.min(1, 0.08 + left / (40 * MINUTE));
}

/** Buckets of width `every` with noise between their lowest and highest; the sum over the sockets given. */
export function seriesOf(shed: string, sockets: readonly number[], from: number, to: number, every: number) {
  const past = sockets.map(socket => chargesOf(shed, socket, from, to));
  const points = [];
  for (let at = Math.ceil(from / every) * every; at < to; at += every) {
    const watts = past.reduce((sum, charges) => sum + wattsAt(charges, at + every / 2), 0);
    const swing = watts < 5 ? 0.4 : watts * 0.02 + 3 * hashed(shed, at);
    points.push({
      at: iso(at),
      wattsMean: round(watts),
      wattsMin: round(Math.max(0, watts - swing)),
      wattsMax: round(watts + swing * 1.4),
      amperesMean: round(watts / 221 / 0.62),
      amperesMax: round((watts + swing) / 221 / 0.62),
      voltsMean: round(221 + 3 * hashed(at, 'volts')),
      celsiusMax: round(24 + watts / 40),
      wattHours: round((watts * every) / HOUR),
    });
  }
  return { every: `PT${every / 1000}S`, points };
}

/** ISO 8601 with the offset of the site. */
export function iso(at: number): string {
  return `${new Date(at + SHANGHAI).toISOString().slice(0, -1)}+08:00`;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
