import { alarms } from '../i18n/catalogue/alarms';
import { common } from '../i18n/catalogue/common';
import { deeds } from '../i18n/catalogue/deeds';
import { duty } from '../i18n/catalogue/duty';
import { paper } from '../i18n/catalogue/paper';
import { patrols } from '../i18n/catalogue/patrols';
import { pressure } from '../i18n/catalogue/pressure';
import { redirect } from '../i18n/catalogue/redirect';
import { reports } from '../i18n/catalogue/reports';
import { staff } from '../i18n/catalogue/staff';
import { date, zone } from '../i18n/format';
import { sayMeasure } from '../i18n/measure';
import { speaker, wordSpeaker } from '../i18n/speak';
import { buildingName, nameOf } from '../i18n/words';
import { placeMillis } from '../state/place';
import type { Alert } from '../wire/alerts';
import type { Site } from '../wire/people';
import type { Shed } from '../wire/sheds';

export const say = speaker({
  ...common,
  ...alarms,
  ...deeds,
  ...duty,
  ...paper,
  ...patrols,
  ...pressure,
  ...redirect,
  ...reports,
  ...staff,
});
export const sayKind = wordSpeaker(alarms, 'kind');
export const sayRule = wordSpeaker(alarms, 'rule');
export const sayRejection = wordSpeaker(staff, 'rejection');
const sayOwnLoss = wordSpeaker(staff, 'loss');

export function shedName(sheds: readonly Pick<Shed, 'shed' | 'name'>[], id: string): string {
  const shed = sheds.find(each => each.shed === id);
  return shed ? nameOf(shed.name) : id;
}

/** A day of the site, `2026-10-01`, as people write it. */
export const dayWords = (day: string) => date(placeMillis(`${day}T12:00`, zone()) ?? 0);

/** 7号车棚 -> 7号: what fits on a plan. A name of another make stays as it is, cut to six characters. */
export function shortName(name: string): string {
  const short = name.replace(/车棚$/, '').replace(/^Shed\s+/i, '');
  return (short || name).slice(0, 6);
}

/** What an alert says: for hardware its kind, otherwise its rule; a drill says first that it is one. */
export function alertWhat(alert: Alert): string {
  if (alert.rule === 'drill') return say('drill.what', { what: sayKind(alert.kind ?? 'other') });
  return alert.rule === 'hardware' && alert.kind ? sayKind(alert.kind) : sayRule(alert.rule);
}

export function alertPlace(alert: Alert, sheds: readonly Shed[], site: Site | undefined): string {
  if (alert.building) return buildingName(site, alert.building);
  if (!alert.shed) return say('alert.place.site');
  const shed = shedName(sheds, alert.shed);
  return alert.socket ? say('alert.place.socket', { shed, socket: alert.socket }) : shed;
}

/** The measured value against its limit; empty where the alert has none or its unit is not known. */
export function alertMeasure(alert: Alert): string {
  return sayMeasure(alert.kind, alert.measured, alert.limit);
}

/** Why a message is missing; one that was rejected says what for. */
export function sayLoss(why: string): string {
  const words = sayOwnLoss(why);
  return words === why ? sayRejection(why) : words;
}
