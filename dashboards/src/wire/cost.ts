import { flag, maybe, number, object, text, type Of } from './shape';

/** What a usual charge costs here, and the fine for a fly-line; what is not set is missing. */
export const cost = object({
  wattHours: number,
  measured: flag,
  yuan: maybe(number),
  tariffSource: maybe(text),
  fineFromYuan: maybe(number),
  fineToYuan: maybe(number),
  fineSource: maybe(text),
});
export type Cost = Of<typeof cost>;
