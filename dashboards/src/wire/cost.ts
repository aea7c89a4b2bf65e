import { count, flag, maybe, number, object, text, type Of } from './shape';

const source = object({ zh: text, en: text });

/** What a usual charge costs here, the fine for a fly-line, and the fires; what is not set is missing. */
export const cost = object({
  wattHours: number,
  measured: flag,
  yuan: maybe(number),
  tariffSource: maybe(source),
  fineFromYuan: maybe(number),
  fineToYuan: maybe(number),
  fineSource: maybe(source),
  fires: maybe(count),
  fireDeaths: maybe(count),
  firesSource: maybe(source),
});
export type Cost = Of<typeof cost>;
