import { foldDesk, emptyDesk, hashOf, viewOf, type Desk, type DeskEvent, type View } from '../state/desk';
import { serverNow } from '../state/clock';
import { waitingOrders } from '../state/orders';
import { frameStore } from '../state/store';
import { setTimezone } from '../i18n/format';
import { sayTrouble } from '../i18n/words';
import { alert, alerts, type Alert } from '../wire/alerts';
import { ask, nothing, send, type Answer } from '../wire/api';
import { command, commands, orderedCommands, type Action, type Command } from '../wire/commands';
import { me, site } from '../wire/people';
import { paths, query } from '../wire/paths';
import { shed } from '../wire/sheds';
import { LiveStream } from '../wire/stream';

/** The page's one store and all that it does to the world. */
export const desk = frameStore<Desk, DeskEvent>(emptyDesk(viewOf(location.hash)), foldDesk);
export const mark = () => performance.now();
export const now = () => serverNow(desk.get().board.clock, mark());

const stream = new LiveStream(paths.live, news => {
  // Residents may listen too: a login that ended while the stream was away would go unnoticed.
  if (news.type === 'heard' && desk.get().board.link === 'lost') void checkLogin();
  desk.send({ type: 'news', news, mark: mark() });
  if (news.type === 'live' && news.event.type === 'snapshot' && !news.event.snapshot.alerts)
    void fetchAlerts();
});

/** Who am I? Staff get the board, everybody else the login. */
export async function enter(): Promise<void> {
  const answer = await ask(me, paths.me);
  if (!answer.ok && answer.trouble.kind === 'unreachable') {
    desk.send({ type: 'say', words: sayTrouble(answer.trouble), bad: true });
    setTimeout(() => void enter(), 3_000);
    return;
  }
  if (!answer.ok || answer.value.role === 'resident') {
    sendAway();
    return;
  }
  desk.send({ type: 'unsay' });
  desk.send({ type: 'who', who: answer.value });
  stream.stop();
  stream.start();
  void fetchSite();
}

async function checkLogin(): Promise<void> {
  const answer = await ask(me, paths.me);
  if (answer.ok && answer.value.role === 'resident') sendAway();
}

function sendAway(): void {
  stream.stop();
  desk.send({ type: 'who', who: 'nobody' });
}

export async function leave(): Promise<void> {
  await send(nothing, 'POST', paths.logout);
  sendAway();
}

export function hurry(): void {
  if (typeof desk.get().who === 'object') stream.hurry();
}

export function go(view: View): void {
  location.hash = hashOf(view);
}

async function fetchSite(): Promise<void> {
  const answer = await ask(site, paths.site);
  if (!answer.ok) {
    tell(answer);
    return;
  }
  setTimezone(answer.value.timezone);
  desk.send({ type: 'site', site: answer.value });
}

const ALERTS_AGAIN_MILLIS = 5_000;
/** More open alerts than this are not listed one by one; the newest are. */
const MOST_ALERTS = 200;

/** All open alerts; the stream carries what changes from then on. Until they are known nothing is called calm. */
async function fetchAlerts(): Promise<void> {
  const answer = await ask(alerts, paths.alerts + query({ state: 'open', limit: MOST_ALERTS }));
  if (answer.ok) {
    desk.send({ type: 'alerts', alerts: answer.value.items });
    return;
  }
  tell(answer);
  desk.send({ type: 'alerts-unknown' });
  setTimeout(() => {
    if (typeof desk.get().who === 'object' && !desk.get().board.alertsKnown) void fetchAlerts();
  }, ALERTS_AGAIN_MILLIS);
}

/** A shed's sockets, where the snapshot came without them. */
export async function fetchShed(id: string): Promise<void> {
  const answer = await ask(shed, paths.shed(id));
  if (answer.ok) desk.send({ type: 'shed', shed: answer.value, mark: mark() });
  else tell(answer);
}

export async function acknowledge(what: Alert): Promise<void> {
  const answer = await send(alert, 'POST', paths.acknowledge(what.alert));
  if (answer.ok) desk.send({ type: 'alert', alert: answer.value });
  else tell(answer);
}

/** Where an order goes: one socket, all sockets of a shed, or all sheds. */
export type Target =
  | { readonly to: 'socket'; readonly shed: string; readonly socket: number }
  | { readonly to: 'shed'; readonly shed: string }
  | { readonly to: 'all' };

/** Sends an order; true when the server took it. Its outcome comes by {@link followOrders}. */
export async function order(target: Target, action: Action): Promise<boolean> {
  const body = { do: action };
  let answer: Answer<readonly Command[]>;
  if (target.to === 'socket') {
    const one = await send(command, 'POST', paths.socketCommands(target.shed, target.socket), body);
    answer = one.ok ? { ok: true, value: [one.value] } : one;
  } else {
    const path = target.to === 'shed' ? paths.shedCommands(target.shed) : paths.commands;
    const many = await send(orderedCommands, 'POST', path, { ...body, confirm: true });
    answer = many.ok ? { ok: true, value: many.value.items } : many;
  }
  if (!answer.ok) {
    tell(answer);
    return false;
  }
  desk.send({ type: 'orders', orders: answer.value });
  void followOrders();
  return true;
}

/** The stream tells outcomes at once; asking is for pages whose stream is away just then. */
const FOLLOW_MILLIS = 3_000;
let following = false;

/** Asks now and then for the outcomes of orders that wait, until none does. */
async function followOrders(): Promise<void> {
  if (following) return;
  following = true;
  while (waitingOrders(desk.get().orders, now()).length > 0 && typeof desk.get().who === 'object') {
    await new Promise(resolve => setTimeout(resolve, FOLLOW_MILLIS));
    const answer = await ask(commands, paths.commands + query({ limit: 200 }));
    if (answer.ok) {
      const mine = new Set(desk.get().orders.map(each => each.command));
      desk.send({ type: 'orders', orders: answer.value.items.filter(each => mine.has(each.command)) });
    }
  }
  following = false;
}

export async function startMaintenance(id: string, until: number, why: string): Promise<boolean> {
  const answer = await send(nothing, 'PUT', paths.maintenance(id), {
    until: new Date(until).toISOString(),
    why,
  });
  if (!answer.ok) tell(answer);
  else void fetchShed(id);
  return answer.ok;
}

export async function endMaintenance(id: string): Promise<void> {
  const answer = await send(nothing, 'DELETE', paths.maintenance(id));
  if (!answer.ok) tell(answer);
  else void fetchShed(id);
}

function tell(answer: Answer<unknown>): void {
  if (answer.ok) return;
  if (answer.trouble.status === 401) void checkLogin();
  desk.send({ type: 'say', words: sayTrouble(answer.trouble), bad: true });
}
