import type { Answer, Trouble } from '../wire/api';
import type { Shed, Sheds } from '../wire/sheds';
import { hearTime, NO_CLOCK, type Clock } from './clock';

/** What the residents' page knows. */
export interface Free {
  readonly sheds: readonly Shed[];
  readonly clock: Clock;
  /** Page's monotonic milliseconds of the last good answer, below 0 from an earlier visit; undefined: none yet. */
  readonly heardMark: number | undefined;
  /** No good answer for {@link STALE_MILLIS}, or none in this visit: nothing may be called free. */
  readonly stale: boolean;
  /** What is shown was kept from an earlier visit. */
  readonly kept: boolean;
  readonly trouble: Trouble | undefined;
}

export const NOTHING_FREE: Free = {
  sheds: [],
  clock: NO_CLOCK,
  heardMark: undefined,
  stale: false,
  kept: false,
  trouble: undefined,
};

/** Four missed looks. */
export const STALE_MILLIS = 90_000;

export type FreeEvent =
  | { readonly type: 'kept'; readonly sheds: Sheds; readonly mark: number }
  | { readonly type: 'answer'; readonly answer: Answer<Sheds>; readonly mark: number }
  | { readonly type: 'tick'; readonly mark: number };

export function foldFree(free: Free, event: FreeEvent): Free {
  if (event.type === 'tick') {
    if (free.heardMark === undefined || free.kept) return free;
    const stale = event.mark - free.heardMark > STALE_MILLIS;
    return stale === free.stale ? free : { ...free, stale };
  }
  if (event.type === 'kept') {
    if (free.heardMark !== undefined) return free;
    const clock = hearTime(NO_CLOCK, event.sheds.at, event.mark, true);
    return { ...free, sheds: event.sheds.sheds, clock, heardMark: event.mark, stale: true, kept: true };
  }
  if (!event.answer.ok) return { ...free, trouble: event.answer.trouble };
  // The clock of what was kept went on by the phone's own, which may have been set meanwhile.
  const clock = free.kept ? NO_CLOCK : free.clock;
  return {
    sheds: event.answer.value.sheds,
    clock: hearTime(clock, event.answer.value.at, event.mark, false),
    heardMark: event.mark,
    stale: false,
    kept: false,
    trouble: undefined,
  };
}

export type Offer = 'free' | 'full' | 'unknown';

/** What may be said of a shed; never `free` from a silent shed or an old answer. */
export function offerOf(shed: Shed, stale: boolean): Offer {
  if (stale || shed.state !== 'online') return 'unknown';
  if (shed.counts.free > 0) return 'free';
  return shed.counts.unknown >= shed.counts.sockets && shed.counts.sockets > 0 ? 'unknown' : 'full';
}

/** Free sockets that somebody may go to, and how many sheds nobody can speak for. */
export function freeInAll(sheds: readonly Shed[]): { free: number; unheard: number } {
  const sum = { free: 0, unheard: 0 };
  for (const shed of sheds) {
    const offer = offerOf(shed, false);
    if (offer === 'unknown') sum.unheard++;
    else if (!shed.maintenance) sum.free += shed.counts.free;
  }
  return sum;
}

/** Most free sockets first, what cannot be said last; otherwise in the order of the server. */
export function mostFreeFirst(sheds: readonly Shed[], stale: boolean): readonly Shed[] {
  const rank = (shed: Shed) => {
    const offer = offerOf(shed, stale);
    return offer === 'free' ? shed.counts.free : offer === 'full' ? 0 : -1;
  };
  return [...sheds].sort((a, b) => rank(b) - rank(a));
}
