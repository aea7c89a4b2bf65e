import { common } from '../i18n/catalogue/common';
import { residents } from '../i18n/catalogue/residents';
import { age, dayTime, hourMinute } from '../i18n/format';
import { speaker } from '../i18n/speak';
import { nameOf } from '../i18n/words';
import type { Offer } from '../state/free';
import type { Shed } from '../wire/sheds';

export const say = speaker({ ...common, ...residents });

export interface Told {
  readonly shed: Shed;
  readonly offer: Offer;
  /** Minutes on foot; undefined while nobody said where from. */
  readonly walk: number | undefined;
  /** The server's time now, epoch milliseconds. */
  readonly now: number;
}

/** Everything about one shed in one sentence, for those who listen. */
export function sentenceOf({ shed, offer, walk, now }: Told): string {
  const { counts, maintenance, heardAt } = shed;
  const parts = [nameOf(shed.name)];
  if (walk !== undefined) parts.push(say('walk', { n: walk }));
  if (maintenance) parts.push(say('maintenance', { until: dayTime(maintenance.until) }));
  else if (offer === 'free') parts.push(say('sentence.free', { free: counts.free, n: counts.sockets }));
  else parts.push(offer === 'full' ? untilWhen(shed) : say('sentence.unknown'));
  if (heardAt !== undefined && now > 0)
    parts.push(say('heard.label', { age: age(Math.max(0, now - heardAt)) }));
  return parts.join(say('comma')) + say('stop');
}

/** 已满，约 21:40 有空位 */
export function untilWhen(shed: Shed): string {
  const next = shed.forecast?.nextFree;
  return next ? say('full.until', { time: hourMinute(roundUp(next.at)) }) : say('full');
}

/** A forecast is not known to the minute: the next full five minutes. */
const STEP_MILLIS = 5 * 60_000;
export const roundUp = (at: number) => Math.ceil(at / STEP_MILLIS) * STEP_MILLIS;
