import { COUNTED, type Change, type Counted, type Effect, type EffectWeek } from '../wire/pressure';
import { whole } from './capacity';

/** What was done: a word for the heading, nothing is worked out from it. */
export const MEASURES = ['price', 'notice', 'sockets', 'moved', 'other'] as const;
export type Measure = (typeof MEASURES)[number];

/** What is asked of a measure; `date` is its first day, as `2026-10-01`. */
export interface EffectQuestion {
  readonly what: Measure;
  readonly sheds: readonly string[];
  readonly date: string;
  readonly weeks: number;
  readonly of: Counted;
}

export const LEAST_WEEKS = 3;
export const MOST_WEEKS = 26;
const USUAL_WEEKS = 8;
const MOST_SHEDS = 60;

/** Any address gives a question; it may lack sheds or a date, and is then not asked yet. */
export function effectQuestion(query: string | undefined): EffectQuestion {
  const values = new URLSearchParams(query);
  const sheds = (values.get('sheds') ?? '').split(',').filter(each => /^[a-z0-9-]{1,32}$/.test(each));
  const date = values.get('date') ?? '';
  return {
    what: MEASURES.find(each => each === values.get('what')) ?? 'price',
    sheds: [...new Set(sheds)].slice(0, MOST_SHEDS),
    date: isDay(date) ? date : '',
    weeks: whole(values.get('weeks'), MOST_WEEKS, LEAST_WEEKS) ?? USUAL_WEEKS,
    of: COUNTED.find(each => each === values.get('of')) ?? 'sessions',
  };
}

/** 30 February is no day. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}

export const isAsked = (question: EffectQuestion) => question.sheds.length > 0 && question.date !== '';

/** The question as part of a link; commas stay readable. */
export function effectQuery({ what, sheds, date, weeks, of }: EffectQuestion): string {
  const values = { what, sheds: sheds.join(','), date, weeks: String(weeks), of };
  return new URLSearchParams(values).toString().replace(/%2C/g, ',');
}

/** How a verdict reads: `fewer` and `more` only where the interval is on one side of nothing. */
export function verdict({ found, percent }: Change): 'fewer' | 'more' | 'open' {
  if (!found) return 'open';
  return percent < 0 ? 'fewer' : 'more';
}

const WEEK_MILLIS = 7 * 86_400_000;

/** One week as shares of the weeks before: 1 is as many a day as before. Undefined: there were none before. */
export interface WeekPoint {
  /** First day. */
  readonly from: string;
  /** 0 begins with the measure, −1 ends before it. */
  readonly week: number;
  readonly sheds: number | undefined;
  readonly controls: number | undefined;
}

/** Both lines on one scale: each divided by its own mean a day before the measure. */
export function weekPoints({ weeks, date }: Pick<Effect, 'weeks' | 'date'>): WeekPoint[] {
  const before = weeks.filter(each => each.from < date);
  const usual = { sheds: aDay(before, 'sheds'), controls: aDay(before, 'controls') };
  const share = (week: EffectWeek, side: 'sheds' | 'controls') => {
    const [own, mean] = [aDay([week], side), usual[side]];
    return own === undefined || !mean ? undefined : own / mean;
  };
  return weeks.map(week => ({
    from: week.from,
    week: Math.round((Date.parse(week.from) - Date.parse(date)) / WEEK_MILLIS),
    sheds: share(week, 'sheds'),
    controls: share(week, 'controls'),
  }));
}

/** Mean a day that counts; undefined where there is none. */
export function aDay(weeks: readonly EffectWeek[], side: 'sheds' | 'controls'): number | undefined {
  const days = weeks.reduce((sum, each) => sum + each.days, 0);
  return days > 0 ? weeks.reduce((sum, each) => sum + each[side], 0) / days : undefined;
}

/** The top of the scale: a round share that holds every point. */
export function topOf(points: readonly WeekPoint[]): number {
  const most = Math.max(1, ...points.flatMap(each => [each.sheds ?? 0, each.controls ?? 0]));
  return Math.ceil((most + 0.05) * 4) / 4;
}
