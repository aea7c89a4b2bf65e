import { ACTS } from './acts';
import { BOARD } from './board';
import { DUTY } from './duty';
import { MINE } from './mine';
import { NOTICES } from './notices';
import { PATROLS } from './patrols';
import { PEOPLE } from './people';
import { PHONES } from './phones';
import { PRESSURE } from './pressure';
import { RESIDENTS } from './residents';
import { playAll } from './runner';

/** `npm run journeys [-- part of a name]` plays the built pages in Chromium against the made-up town. */
process.exitCode =
  (await playAll([
    ...BOARD,
    ...ACTS,
    ...PEOPLE,
    ...RESIDENTS,
    ...PHONES,
    ...DUTY,
    ...NOTICES,
    ...PRESSURE,
    ...PATROLS,
    ...MINE,
  ])) > 0
    ? 1
    : 0;
