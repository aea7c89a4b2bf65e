import { rules } from '../i18n/catalogue/rules';
import { alarms } from '../i18n/catalogue/alarms';
import { speaker, wordSpeaker } from '../i18n/speak';

export const sayOf = speaker(rules);
export const sayRuleName = wordSpeaker(alarms, 'rule');
export const sayParameter = wordSpeaker(rules, 'parameter');
