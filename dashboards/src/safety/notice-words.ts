import { notices } from '../i18n/catalogue/notices';
import { common } from '../i18n/catalogue/common';
import { speaker, wordSpeaker } from '../i18n/speak';
import { length } from '../i18n/format';
import { nameOf } from '../i18n/words';
import type { Site } from '../wire/people';
import { say as sayPage, sayKind } from './words';

/** Loaded with the sections that need it: the list of incidents does without. */
export const say = speaker({ ...common, ...notices });
export const sayCourier = wordSpeaker(notices, 'courier');
/** How an attempt ended: the usual ways in words, what a receiver answered as it is. */
export const sayOutcome = wordSpeaker(notices, 'outcome');

export function shedName(site: Site | undefined, id: string): string {
  const found = site?.sheds.find(each => each.shed === id);
  return found ? nameOf(found.name) : id;
}

export function gridName(site: Site | undefined, id: string): string {
  const found = site?.grids.find(each => each.grid === id);
  return found ? nameOf(found.name) : id;
}

/** What an alert says: a drill that it is one and what is practised, hardware its kind, everything else its rule. */
export function alertWhat(rule: string, kind: string): string {
  if (rule === 'drill') return sayPage('drill.what', { what: sayKind(kind) });
  return sayKind(rule === 'hardware' ? kind : rule);
}

/** To the second below an hour: drills are compared by it. */
export function exact(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return say('drills.seconds', { s: whole });
  if (whole < 3_600) return say('drills.minutes', { m: Math.floor(whole / 60), s: whole % 60 });
  return length(whole * 1_000);
}
