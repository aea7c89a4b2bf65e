import { alarms } from '../i18n/catalogue/alarms';
import { common } from '../i18n/catalogue/common';
import { safety } from '../i18n/catalogue/safety';
import { speaker, wordSpeaker } from '../i18n/speak';

export const say = speaker({ ...common, ...alarms, ...safety });
const sayAlarm = wordSpeaker(alarms, 'kind');
const sayRule = wordSpeaker(alarms, 'rule');
export const sayEvent = wordSpeaker(safety, 'event');

/** An incident's kind is an alarm kind or a rule. */
export function sayKind(kind: string): string {
  const alarm = sayAlarm(kind);
  return alarm === kind ? sayRule(kind) : alarm;
}
