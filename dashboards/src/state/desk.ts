import type { Command } from '../wire/commands';
import type { Me, Site } from '../wire/people';
import { EMPTY_BOARD, foldBoard, type Board, type BoardEvent } from './board';
import { withOrders } from './orders';

export const PRESSURE_TABS = ['map', 'capacity', 'effect'] as const;
export type PressureTab = (typeof PRESSURE_TABS)[number];

/** What the staff page shows, from the part of its address after `#`. */
export type View =
  | { readonly page: 'board'; readonly shed?: string; readonly socket?: number }
  | { readonly page: 'sessions' }
  | { readonly page: 'duty' }
  | { readonly page: 'rounds' }
  | { readonly page: 'pressure'; readonly tab?: PressureTab; readonly query?: string }
  | { readonly page: 'patrols' }
  | { readonly page: 'reports' }
  | { readonly page: 'rejected' };

/** Everything the staff page knows. */
export interface Desk {
  /** `asking` at the start; `nobody`: show the login. */
  readonly who: 'asking' | 'nobody' | Me;
  readonly site: Site | undefined;
  readonly board: Board;
  /** Orders given or seen on this page, newest first. */
  readonly orders: readonly Command[];
  readonly view: View;
  /** The last sentence for screen readers and the toast. */
  readonly said: { readonly words: string; readonly bad: boolean } | undefined;
}

export type DeskEvent =
  | BoardEvent
  | { readonly type: 'who'; readonly who: Desk['who'] }
  | { readonly type: 'site'; readonly site: Site }
  | { readonly type: 'orders'; readonly orders: readonly Command[] }
  | { readonly type: 'view'; readonly view: View }
  | { readonly type: 'say'; readonly words: string; readonly bad: boolean }
  | { readonly type: 'unsay' };

export function emptyDesk(view: View): Desk {
  return { who: 'asking', site: undefined, board: EMPTY_BOARD, orders: [], view, said: undefined };
}

export function foldDesk(desk: Desk, event: DeskEvent): Desk {
  switch (event.type) {
    case 'who':
      // Who logs out leaves nothing on the screen.
      return event.who === 'nobody'
        ? { ...emptyDesk(desk.view), who: 'nobody' }
        : { ...desk, who: event.who };
    case 'site':
      return { ...desk, site: event.site };
    case 'orders':
      return { ...desk, orders: withOrders(desk.orders, event.orders) };
    case 'view':
      return { ...desk, view: event.view };
    case 'say':
      return { ...desk, said: { words: event.words, bad: event.bad } };
    case 'unsay':
      return desk.said ? { ...desk, said: undefined } : desk;
    default: {
      if (event.type === 'news' && event.news.type === 'live' && event.news.event.type === 'command') {
        return { ...desk, orders: withOrders(desk.orders, [event.news.event.command]) };
      }
      const board = foldBoard(desk.board, event);
      return board === desk.board ? desk : { ...desk, board };
    }
  }
}

/** Views that are their name alone. */
const PLAIN = ['sessions', 'duty', 'rounds', 'patrols', 'reports', 'rejected'] as const;

/** Any address gives a view; what it does not understand is the board. */
export function viewOf(hash: string): View {
  const [place = '', query] = hash.replace(/^#\/?/, '').split('?', 2);
  const [page, shed, socket] = place.split('/');
  const plain = PLAIN.find(each => each === page);
  if (plain) return { page: plain };
  if (page === 'pressure') {
    const tab = PRESSURE_TABS.find(each => each === shed) ?? 'map';
    return { page, tab, ...(query && { query }) };
  }
  if (page !== 'shed' || !shed || !/^[a-z0-9-]{1,32}$/.test(shed)) return { page: 'board' };
  return socket && /^[1-9]\d{0,3}$/.test(socket)
    ? { page: 'board', shed, socket: Number(socket) }
    : { page: 'board', shed };
}

export function hashOf(view: View): string {
  if (view.page === 'pressure') {
    const tab = view.tab && view.tab !== 'map' ? `/${view.tab}` : '';
    return `#/pressure${tab}${view.query ? `?${view.query}` : ''}`;
  }
  if (view.page !== 'board') return `#/${view.page}`;
  if (!view.shed) return '#/';
  return view.socket ? `#/shed/${view.shed}/${view.socket}` : `#/shed/${view.shed}`;
}
