import { capacity } from '../i18n/catalogue/capacity';
import { effect } from '../i18n/catalogue/effect';
import { pressure } from '../i18n/catalogue/pressure';
import { speaker } from '../i18n/speak';

/** Fetched with the pressure view: the board's first view does not wait for these words. */
export const say = speaker({ ...pressure, ...capacity, ...effect });
