import { ACTS } from './acts';
import { BOARD } from './board';
import { DUTY } from './duty';
import { MEASURES } from './measures';
import { MINE } from './mine';
import { NEAR } from './near';
import { NOTICES } from './notices';
import { PATROLS } from './patrols';
import { PEOPLE } from './people';
import { PHONES } from './phones';
import { PRESSURE } from './pressure';
import { PUSH } from './push';
import { REPORTED } from './reports';
import { RESIDENTS } from './residents';
import { RULES } from './rules';
import { playAll } from './runner';
import { SAFETY } from './safety';

/** `npm run journeys [-- part of a name]` plays the built pages in Chromium against the made-up town. */
const ALL = [
  ...BOARD,
  ...ACTS,
  ...PEOPLE,
  ...RESIDENTS,
  ...PHONES,
  ...MINE,
  ...NEAR,
  ...PUSH,
  ...DUTY,
  ...RULES,
  ...NOTICES,
  ...SAFETY,
  ...PRESSURE,
  ...MEASURES,
  ...PATROLS,
  ...REPORTED,
];
process.exitCode = (await playAll(ALL)) > 0 ? 1 : 0;
