import { common } from './catalogue/common';
import { language, speaker } from './speak';

const say = speaker(common);
const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();
let timezone = 'Asia/Shanghai';

/** Times are shown in the site's zone, wherever the reader is; a zone that the browser does not know is ignored. */
export function setTimezone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    return;
  }
  if (zone !== timezone) formats.clear();
  timezone = zone;
}

export function zone(): string {
  return timezone;
}

function decimals(value: number, digits: number): string {
  const key = `${language()}:${digits}`;
  let format = formats.get(key) as Intl.NumberFormat | undefined;
  if (!format) {
    format = new Intl.NumberFormat(language(), {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formats.set(key, format);
  }
  return format.format(value);
}

function timeFormat(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language()}:${name}`;
  let format = formats.get(key) as Intl.DateTimeFormat | undefined;
  if (!format) {
    format = new Intl.DateTimeFormat(language(), { timeZone: timezone, hourCycle: 'h23', ...options });
    formats.set(key, format);
  }
  return format;
}

/** A missing quantity is an en dash: nothing is made up. */
export const MISSING = '–';
/** Between a number and its unit: never broken across lines. */
const SPACE = '\u00a0';

export function quantity(value: number | undefined, digits: number, unit: string): string {
  return value === undefined ? MISSING : decimals(value, digits) + SPACE + unit;
}

/** One digit after the point: what an estimate of a few bikes is worth. */
export const tenths = (value: number) => decimals(value, 1);
/** 0 to 1 as 0 to 100 %. */
export const percent = (share: number) => decimals(share * 100, 0) + SPACE + '%';
/** A change in percent with its sign: −18.3 %. */
export const change = (percent: number) =>
  (percent > 0 ? '+' : percent < 0 ? '−' : '') + decimals(Math.abs(percent), 1) + SPACE + '%';
export const whole = (value: number) => decimals(value, 0);
export const volts = (value: number | undefined) => quantity(value, 1, 'V');
export const amperes = (value: number | undefined) => quantity(value, 2, 'A');
export const celsius = (value: number | undefined) => quantity(value, 1, '°C');

/** Watts below 10 kW, kilowatts above. */
export function watts(value: number | undefined): string {
  if (value === undefined) return MISSING;
  return Math.abs(value) < 9_999.5 ? quantity(value, 0, 'W') : quantity(value / 1000, 1, 'kW');
}

export function wattHours(value: number | undefined): string {
  if (value === undefined) return MISSING;
  return Math.abs(value) < 999.5 ? quantity(value, 0, 'Wh') : quantity(value / 1000, 2, 'kWh');
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, in the largest unit that is not misleading; rounds down, so that it never sounds older. */
export function age(millis: number): string {
  if (millis < 1_000) return say('age.now');
  if (millis < MINUTE) return say('age.seconds', { n: Math.floor(millis / 1_000) });
  if (millis < HOUR) return say('age.minutes', { n: Math.floor(millis / MINUTE) });
  if (millis < 2 * DAY) return say('age.hours', { n: Math.floor(millis / HOUR) });
  return say('age.days', { n: Math.floor(millis / DAY) });
}

export function length(millis: number): string {
  if (millis < MINUTE) return say('length.seconds', { n: Math.max(0, Math.floor(millis / 1_000)) });
  if (millis < HOUR) return say('length.minutes', { n: Math.floor(millis / MINUTE) });
  if (millis < DAY) {
    const [h, m] = [Math.floor(millis / HOUR), Math.floor((millis % HOUR) / MINUTE)];
    return m === 0 ? say('length.hours.whole', { h }) : say('length.hours', { h, m });
  }
  const [d, h] = [Math.floor(millis / DAY), Math.floor((millis % DAY) / HOUR)];
  return h === 0 ? say('length.days.whole', { d }) : say('length.days', { d, h });
}

/** 14:03:09 */
export const clockTime = (at: number) =>
  timeFormat('clock', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at);
/** 14:03 */
export const hourMinute = (at: number) =>
  timeFormat('minute', { hour: '2-digit', minute: '2-digit' }).format(at);
/** 1月5日 / 5 Jan */
export const day = (at: number) => timeFormat('day', { month: 'short', day: 'numeric' }).format(at);
/** 1月5日 周一 / Mon, 5 Jan */
export const weekday = (at: number) =>
  timeFormat('weekday', { month: 'short', day: 'numeric', weekday: 'short' }).format(at);
/** 2026年1月5日 / 5 Jan 2026: on what is printed or sent on, the year belongs to it. */
export const date = (at: number) => timeFormat('date', { dateStyle: 'medium' }).format(at);
/** 1月5日 14:03 */
export const dayTime = (at: number) => `${day(at)} ${hourMinute(at)}`;
/** The full time, for titles. */
export const full = (at: number) =>
  timeFormat('full', { dateStyle: 'medium', timeStyle: 'medium' }).format(at);

/** The instant at which the site's clocks show that, as `2026-01-05T18:00`; a reader elsewhere means the site's time too. */
export function fromSiteTime(local: string): number {
  const asUtc = Date.parse(`${local}Z`);
  const parts = timeFormat('parts', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(asUtc);
  const part = (type: string) => Number(parts.find(each => each.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return asUtc - (shown - Math.floor(asUtc / 60_000) * 60_000);
}
