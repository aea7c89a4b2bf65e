/** Wall-clock time at a place, to the minute, as a field of type datetime-local holds it: 2026-01-07T19:42. */
export function placeText(at: number, zone: string): string {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(part => [part.type, part.value]));
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}`;
}

const MINUTE_MILLIS = 60_000;

/** The other way round; undefined for a text that is no time. An hour that the clocks skip is the one after it. */
export function placeMillis(text: string, zone: string): number | undefined {
  const asUtc = Date.parse(`${text}Z`);
  if (!Number.isFinite(asUtc)) return undefined;
  const offset = (at: number) =>
    Date.parse(`${placeText(at, zone)}Z`) - Math.floor(at / MINUTE_MILLIS) * MINUTE_MILLIS;
  // The offset of the guess is wrong only within a few hours of a change of the clocks; the second look settles it.
  return asUtc - offset(asUtc - offset(asUtc));
}
