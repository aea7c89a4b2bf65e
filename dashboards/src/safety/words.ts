import { alarms } from '../i18n/catalogue/alarms';
import { common } from '../i18n/catalogue/common';
import { safety } from '../i18n/catalogue/safety';
import { sayMeasure } from '../i18n/measure';
import { speaker, wordSpeaker } from '../i18n/speak';
import { nameOf } from '../i18n/words';
import { eventDetail, type IncidentEvent } from '../wire/alerts';
import { parseJson, Problem } from '../wire/shape';

export const say = speaker({ ...common, ...alarms, ...safety });
const sayAlarm = wordSpeaker(alarms, 'kind');
const sayRule = wordSpeaker(alarms, 'rule');
const wordsOf = (prefix: string, but: readonly string[] = []) =>
  Object.keys(alarms)
    .filter(key => key.startsWith(`${prefix}.`))
    .map(key => key.slice(prefix.length + 1))
    .filter(word => !but.includes(word));
/** Kinds of alarms, and rules that are no alarm of a device. */
export const KINDS = wordsOf('kind');
export const RULES = wordsOf('rule', ['hardware', 'drill']);
export const sayEvent = wordSpeaker(safety, 'event');
const sayErased = wordSpeaker(safety, 'erased');

/** An incident's kind is an alarm kind or a rule. */
export function sayKind(kind: string): string {
  const alarm = sayAlarm(kind);
  return alarm === kind ? sayRule(kind) : alarm;
}

const sayPart = wordSpeaker(safety, 'who');

/** A person's name as it is; the parts of the system in words. */
export function sayWho(who: string | undefined): string {
  return who === undefined ? '' : sayPart(who);
}

/** What an event says beside its name: the alarm and its measure, and what somebody wrote. */
export function eventWords(event: IncidentEvent): string {
  const detail = event.detail === undefined ? undefined : parseJson(eventDetail, event.detail);
  const read = detail instanceof Problem ? undefined : detail;
  const parts = [
    read?.kind === undefined ? '' : sayKind(read.kind),
    read ? sayMeasure(read.kind, read.measured, read.limit) : '',
    read?.detail ? nameOf(read.detail) : '',
    read?.erased === undefined ? '' : sayErased(read.erased),
    event.text ?? '',
  ];
  return parts.filter(part => part !== '').join(' · ');
}
