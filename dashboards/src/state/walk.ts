import { offerOf } from './free';
import type { Shed } from '../wire/sheds';

/** A place on the site's plan, metres to the east and to the north. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Ways between buildings are longer than the straight line that the plan knows: a usual detour in a housing estate. */
const DETOUR = 1.3;
/** An old person's pace pushing a bike: 1.1 m/s. Too slow is kinder than too fast. */
const METRES_A_MINUTE = 66;

/** Minutes on foot, rounded up; at least one. */
export function walkMinutes(from: Place, to: Place): number {
  return Math.max(1, Math.ceil((Math.hypot(from.x - to.x, from.y - to.y) * DETOUR) / METRES_A_MINUTE));
}

const metres = (from: Place, to: Place) => Math.hypot(from.x - to.x, from.y - to.y);

/** Favourites first, then the nearest; sheds of one distance stay in the order of the server. */
export function nearestFirst(
  sheds: readonly Shed[],
  from: Place,
  favourites: readonly string[],
): readonly Shed[] {
  const rank = (shed: Shed) => (favourites.includes(shed.shed) ? 0 : 1);
  return [...sheds].sort((a, b) => rank(a) - rank(b) || metres(from, a) - metres(from, b));
}

/** The nearest shed with a free socket; undefined where none may be called free. Nobody is sent to a planned outage. */
export function nearestFree(sheds: readonly Shed[], from: Place, stale: boolean): Shed | undefined {
  return nearestFirst(sheds, from, []).find(shed => !shed.maintenance && offerOf(shed, stale) === 'free');
}

/** Where somebody who stands at a full shed is sent. */
export interface Redirect {
  readonly to: Shed;
  readonly minutes: number;
}

/** `nowhere`: no shed is known to have room. Undefined where nobody needs it, or the board is too old to say so. */
export function redirectFrom(
  full: Shed,
  sheds: readonly Shed[],
  stale: boolean,
): Redirect | 'nowhere' | undefined {
  if (offerOf(full, stale) !== 'full') return undefined;
  const to = nearestFree(sheds, full, stale);
  return to ? { to, minutes: walkMinutes(full, to) } : 'nowhere';
}

/** The nearest shed where it is known to be full: why somebody is sent farther. Never a silent one. */
export function passedOver(sheds: readonly Shed[], from: Place, stale: boolean): Shed | undefined {
  const nearest = nearestFirst(sheds, from, [])[0];
  return nearest && offerOf(nearest, stale) === 'full' ? nearest : undefined;
}

/** Of the nearest few, the one where a socket is expected first. */
export function soonestFree(sheds: readonly Shed[], from: Place): Shed | undefined {
  return nearestFirst(sheds, from, [])
    .slice(0, NEAR)
    .filter(shed => shed.state === 'online' && shed.forecast?.nextFree)
    .sort((a, b) => a.forecast!.nextFree!.at - b.forecast!.nextFree!.at)[0];
}

/** People try about three sheds. */
const NEAR = 3;
