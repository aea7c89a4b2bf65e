import type { Answer, Trouble } from '../wire/api';
import type { Shed, Sheds } from '../wire/sheds';
import { hearTime, NO_CLOCK, type Clock } from './clock';

/** What the residents' page knows. */
export interface Free {
  readonly sheds: readonly Shed[];
  readonly clock: Clock;
  /** Page's monotonic milliseconds of the last good answer; 0: none yet. */
  readonly heardMark: number;
  /** No good answer for {@link STALE_MILLIS}: nothing may be called free any more. */
  readonly stale: boolean;
  readonly trouble: Trouble | undefined;
}

export const NOTHING_FREE: Free = {
  sheds: [],
  clock: NO_CLOCK,
  heardMark: 0,
  stale: false,
  trouble: undefined,
};

/** Four missed looks. */
export const STALE_MILLIS = 90_000;

export type FreeEvent =
  | { readonly type: 'answer'; readonly answer: Answer<Sheds>; readonly mark: number }
  | { readonly type: 'tick'; readonly mark: number };

export function foldFree(free: Free, event: FreeEvent): Free {
  if (event.type === 'tick') {
    const stale = free.heardMark > 0 && event.mark - free.heardMark > STALE_MILLIS;
    return stale === free.stale ? free : { ...free, stale };
  }
  if (!event.answer.ok) return { ...free, trouble: event.answer.trouble };
  return {
    sheds: event.answer.value.sheds,
    clock: hearTime(free.clock, event.answer.value.at, event.mark, false),
    heardMark: event.mark,
    stale: false,
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

/** Most free sockets first, what cannot be said last; otherwise in the order of the server. */
export function mostFreeFirst(sheds: readonly Shed[], stale: boolean): readonly Shed[] {
  const rank = (shed: Shed) => {
    const offer = offerOf(shed, stale);
    return offer === 'free' ? shed.counts.free : offer === 'full' ? 0 : -1;
  };
  return [...sheds].sort((a, b) => rank(b) - rank(a));
}
