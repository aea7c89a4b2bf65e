import type { Alert, Incident } from '../wire/alerts';
import type { LiveEvent, Snapshot } from '../wire/live';
import type { Shed } from '../wire/sheds';
import { SILENCE_MILLIS, type StreamNews } from '../wire/stream';
import { hearTime, NO_CLOCK, type Clock } from './clock';

/**
 * The live board: a pure fold of what the connection tells. `mark` is the page's monotonic time in milliseconds.
 *
 * - `connecting`: nothing heard yet; `live`; `lost`: reconnecting
 */
export interface Board {
  readonly link: 'connecting' | 'live' | 'lost';
  /** When anything, if only a heartbeat, was last heard. */
  readonly heardMark: number;
  /** Whether nothing was heard for longer than {@link SILENCE_MILLIS}: numbers are old and shown grey. */
  readonly stale: boolean;
  readonly clock: Clock;
  /** In the order of the server; each shed is a new object only when it changed. */
  readonly sheds: readonly Shed[];
  readonly alerts: readonly Alert[];
  /** Whether `alerts` is all there is; while false, an empty list must not be called calm. */
  readonly alertsKnown: boolean;
  readonly incidents: readonly Incident[];
  /** Messages that this page could not read. */
  readonly unreadable: number;
}

export const EMPTY_BOARD: Board = {
  link: 'connecting',
  heardMark: 0,
  stale: false,
  clock: NO_CLOCK,
  sheds: [],
  alerts: [],
  alertsKnown: false,
  incidents: [],
  unreadable: 0,
};

export type BoardEvent =
  | { readonly type: 'news'; readonly news: StreamNews; readonly mark: number }
  | { readonly type: 'alerts'; readonly alerts: readonly Alert[] }
  | { readonly type: 'alerts-unknown' }
  | { readonly type: 'alert'; readonly alert: Alert }
  | { readonly type: 'shed'; readonly shed: Shed; readonly mark: number }
  | { readonly type: 'tick'; readonly mark: number };

/** Closed alerts leave the board; the newest incidents stay, this many. */
const MAX_INCIDENTS = 200;

export function foldBoard(board: Board, event: BoardEvent): Board {
  switch (event.type) {
    case 'news':
      return foldNews(board, event.news, event.mark);
    case 'alerts':
      return { ...board, alerts: openAlerts(event.alerts), alertsKnown: true };
    case 'alerts-unknown':
      return { ...board, alertsKnown: false };
    case 'alert':
      return withAlert(board, event.alert);
    case 'shed':
      return withShed(board, event.shed, event.mark);
    case 'tick': {
      const stale = isStale(board, event.mark);
      return stale === board.stale ? board : { ...board, stale };
    }
  }
}

function isStale(board: Board, mark: number): boolean {
  return board.heardMark > 0 && mark - board.heardMark > SILENCE_MILLIS;
}

function foldNews(board: Board, news: StreamNews, mark: number): Board {
  switch (news.type) {
    case 'heard':
      return { ...board, link: 'live', heardMark: mark, stale: false };
    case 'unreadable':
      return { ...board, unreadable: board.unreadable + 1 };
    case 'lost':
      return { ...board, link: 'lost' };
    case 'live':
      return foldLive(board, news.event, mark);
  }
}

function foldLive(board: Board, event: LiveEvent, mark: number): Board {
  switch (event.type) {
    case 'snapshot':
      return withSnapshot(board, event.snapshot, mark);
    case 'shed':
      return withShed(board, event.shed, mark);
    case 'alert':
      return withAlert(board, event.alert);
    case 'incident':
      return withIncident(board, event.incident);
    case 'command':
      return board; // Orders are kept beside the board.
  }
}

function withSnapshot(board: Board, snapshot: Snapshot, mark: number): Board {
  const before = new Map(board.sheds.map(shed => [shed.shed, shed]));
  return {
    ...board,
    clock: hearTime(board.clock, snapshot.at, mark, true),
    sheds: snapshot.sheds.map(shed => keepSockets(before.get(shed.shed), shed)),
    alerts: snapshot.alerts ? openAlerts(snapshot.alerts) : board.alerts,
    alertsKnown: snapshot.alerts !== undefined || board.alertsKnown,
    incidents: snapshot.incidents ?? board.incidents,
  };
}

/** A summary without sockets never wipes sockets that a fuller answer brought. */
function keepSockets(before: Shed | undefined, next: Shed): Shed {
  return next.sockets || !before?.sockets ? next : { ...next, sockets: before.sockets };
}

function withShed(board: Board, shed: Shed, mark: number): Board {
  const index = board.sheds.findIndex(each => each.shed === shed.shed);
  const sheds = board.sheds.slice();
  if (index < 0) sheds.push(shed);
  else sheds[index] = keepSockets(sheds[index], shed);
  // Without `at`, the time it was last heard is still a lower bound of the server's clock.
  const at = Math.max(shed.at ?? 0, shed.heardAt ?? 0);
  const clock =
    at > 0 && (shed.at || at > board.clock.at) ? hearTime(board.clock, at, mark, false) : board.clock;
  return { ...board, sheds, clock };
}

function withAlert(board: Board, alert: Alert): Board {
  const others = board.alerts.filter(each => each.alert !== alert.alert);
  return { ...board, alerts: openAlerts([...others, alert]) };
}

function withIncident(board: Board, incident: Incident): Board {
  const others = board.incidents.filter(each => each.incident !== incident.incident);
  const incidents = [incident, ...others].sort((a, b) => b.openedAt - a.openedAt).slice(0, MAX_INCIDENTS);
  return { ...board, incidents };
}

const WORST_FIRST = { critical: 0, major: 1, minor: 2 } as const;

/** Open alerts: what waits for a person first, then the worst, then the newest. */
export function openAlerts(alerts: readonly Alert[]): readonly Alert[] {
  return alerts.filter(alert => alert.state !== 'closed').sort(byUrgency);
}

function byUrgency(a: Alert, b: Alert): number {
  return (
    Number(!waits(a)) - Number(!waits(b)) ||
    WORST_FIRST[a.severity] - WORST_FIRST[b.severity] ||
    b.raisedAt - a.raisedAt ||
    a.alert.localeCompare(b.alert)
  );
}

/** Whether somebody still has to acknowledge it. */
export function waits(alert: Alert): boolean {
  return alert.state === 'active-unacknowledged' || alert.state === 'cleared-unacknowledged';
}
