import type { Trouble } from '../wire/api';
import type { ChargeStage, FreeStage, FreeWish } from '../wire/wish';

/** Stages in which the page calls its reader. */
const CALLS = ['done', 'move', 'stopped', 'unplugged'] as const;
export type ChargeNews = (typeof CALLS)[number];

/** What the owner of a bike is called for: each stage once; undefined: nothing new. */
export function chargeNews(before: ChargeStage, now: ChargeStage): ChargeNews | undefined {
  return before === now ? undefined : CALLS.find(each => each === now);
}

const OVER: readonly ChargeStage[] = ['stopped', 'unplugged', 'moved', 'expired'];
export const isOver = (stage: ChargeStage) => OVER.includes(stage);

/** What this page knows of its wish for a free socket. */
export interface Waiting {
  readonly wish: FreeWish | undefined;
  /** How the last wish ended; `gone`: the server does not know it any more. */
  readonly ended: 'taken' | 'lapsed' | 'expired' | 'gone' | undefined;
  readonly trouble: Trouble | undefined;
}

export const NOT_WAITING: Waiting = { wish: undefined, ended: undefined, trouble: undefined };

export type WaitingEvent =
  | { readonly type: 'seen'; readonly wish: FreeWish }
  | { readonly type: 'trouble'; readonly trouble: Trouble }
  | { readonly type: 'given-up' };

export function foldWaiting(before: Waiting, event: WaitingEvent): Waiting {
  if (event.type === 'given-up') return NOT_WAITING;
  if (event.type === 'trouble') {
    // Silence is no news: the wish waits on at the server.
    return event.trouble.status === 404
      ? { ...NOT_WAITING, ended: 'gone' }
      : { ...before, trouble: event.trouble };
  }
  const { stage } = event.wish;
  if (stage === 'waiting' || stage === 'offered') return { ...NOT_WAITING, wish: event.wish };
  return { ...NOT_WAITING, ended: stage };
}

/** A socket is called out once, also by a page that was opened again meanwhile. */
export function callsFor(before: FreeStage, now: FreeStage): boolean {
  return before === 'waiting' && now === 'offered';
}

/** A page that nobody looks at leaves the ringing to the notification, where its phone gets one. */
export const ringsItself = (push: boolean, hidden: boolean) => !(push && hidden);
