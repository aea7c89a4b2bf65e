import type { Capacity } from '../wire/pressure';

/** What the page asks: sockets to add, and how soon after full bikes would be moved. */
export interface CapacityQuestion {
  readonly sockets: number;
  readonly minutes: number;
}

/** The server refuses more. */
export const MOST_SOCKETS = 50;
export const MOST_MINUTES = 720;
const USUAL: CapacityQuestion = { sockets: 5, minutes: 30 };

/** Any address gives a question; what it does not say, or says wrongly, is the usual. */
export function capacityQuestion(query: string | undefined): CapacityQuestion {
  const values = new URLSearchParams(query);
  return {
    sockets: whole(values.get('sockets'), MOST_SOCKETS) ?? USUAL.sockets,
    minutes: whole(values.get('minutes'), MOST_MINUTES) ?? USUAL.minutes,
  };
}

export function whole(value: string | null, most: number, least = 0): number | undefined {
  if (value === null || !/^\d{1,4}$/.test(value)) return undefined;
  const number = Number(value);
  return number >= least && number <= most ? number : undefined;
}

/** How many sockets the plan places: fewer than asked where limits or worth end first. */
export function placed(plan: Capacity['plan']): number {
  return plan.reduce((sum, each) => sum + each.added, 0);
}
