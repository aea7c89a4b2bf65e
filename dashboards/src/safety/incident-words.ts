import { alarms } from '../i18n/catalogue/alarms';
import { common } from '../i18n/catalogue/common';
import { incidents } from '../i18n/catalogue/incidents';
import { monthly } from '../i18n/catalogue/monthly';
import { dayTime } from '../i18n/format';
import { language, speaker, wordSpeaker } from '../i18n/speak';
import { buildingName, nameOf } from '../i18n/words';
import type { Site } from '../wire/people';
import type { Work } from '../wire/incidents';
import { sayKind as sayAlarmKind } from './words';

export const say = speaker({ ...common, ...alarms, ...incidents, ...monthly });
export const sayWay = wordSpeaker(incidents, 'way');
export const sayParty = wordSpeaker(incidents, 'party');
const sayEntry = wordSpeaker(incidents, 'entry');

/** An incident's kind is an alarm, a rule, or what somebody entered. */
export function sayKind(kind: string): string {
  const entered = sayEntry(kind);
  return entered === kind ? sayAlarmKind(kind) : entered;
}

export function shedName(site: Site | undefined, id: string): string {
  const shed = site?.sheds.find(each => each.shed === id);
  return shed ? nameOf(shed.name) : id;
}

export function placeOf(incident: Work, site: Site | undefined): string {
  if (incident.shed) {
    const shed = shedName(site, incident.shed);
    return incident.socket ? say('alert.place.socket', { shed, socket: incident.socket }) : shed;
  }
  return incident.building ? buildingName(site, incident.building) : say('alert.place.site');
}

/** Who has it and until when, in words; empty while nobody has. */
export function sayAssigned(incident: Work): string {
  return [
    incident.party && incident.party !== 'staff' ? sayParty(incident.party) : '',
    incident.assignedTo ?? '',
    incident.dueAt === undefined ? '' : say('log.due', { at: dayTime(incident.dueAt) }),
  ]
    .filter(each => each !== '')
    .join(' · ');
}

export function isOverdue(incident: Work, now: number): boolean {
  const over = incident.state === 'resolved' || incident.state === 'closed';
  return !over && incident.dueAt !== undefined && now > 0 && incident.dueAt < now;
}

/** The language of files that the server writes. */
export const fileLanguage = () => language();
