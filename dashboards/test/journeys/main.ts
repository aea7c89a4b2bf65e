import { ACTS } from './acts';
import { BOARD } from './board';
import { PEOPLE } from './people';
import { playAll } from './runner';

/** `npm run journeys [-- part of a name]` plays the built pages in Chromium against the made-up town. */
process.exitCode = (await playAll([...BOARD, ...ACTS, ...PEOPLE])) > 0 ? 1 : 0;
