import { SEVERITIES } from './alerts';
import {
  count,
  flag,
  instant,
  list,
  maybe,
  number,
  object,
  page,
  text,
  withDefault,
  word,
  type Of,
} from './shape';

export const COURIERS = ['wecom', 'dingtalk', 'feishu', 'smtp', 'webhook'] as const;
export type CourierWord = (typeof COURIERS)[number];
export const AUDIENCES = ['address', 'duty', 'grid-leader'] as const;

/**
 * Where notices go. Of a robot's address only the host is told, of its secret only whether there is one. `from` and `to`
 * are HH:mm at the place; equal: always.
 */
export const noticeRoute = object({
  route: text,
  name: text,
  courier: word(COURIERS, 'webhook'),
  address: text,
  hasSecret: flag,
  audience: word(AUDIENCES, 'address'),
  least: word(SEVERITIES, 'minor'),
  rules: list(text),
  grids: list(text),
  from: text,
  to: text,
  outside: word(['skip', 'wait'], 'skip'),
  afterMinutes: count,
  language: word(['zh', 'en'], 'zh'),
  tellsClears: flag,
  digest: flag,
  enabled: flag,
});
export type NoticeRoute = Of<typeof noticeRoute>;
export const noticeRoutes = object({ items: list(noticeRoute) });

export const NOTICE_STATES = ['waiting', 'sending', 'sent', 'failed'] as const;

/** One message on one route. `outcome` is the receiver's or the courier's own words about the last attempt. */
export const notice = object({
  notice: text,
  route: text,
  routeName: text,
  kind: word(['alert', 'digest', 'test'], 'alert'),
  severity: word(SEVERITIES, 'major'),
  drill: withDefault(flag, false),
  title: text,
  text,
  madeAt: instant,
  state: word(NOTICE_STATES, 'waiting'),
  attempts: count,
  maybeTwice: withDefault(flag, false),
  nextAt: maybe(instant),
  sentAt: maybe(instant),
  outcome: withDefault(text, ''),
});
export type Notice = Of<typeof notice>;
export const notices = page(notice);

/** Something that a route is still to be told, and why it has not been yet. */
export const waitingNotice = object({
  route: text,
  routeName: text,
  alert: text,
  rule: text,
  kind: text,
  severity: word(SEVERITIES, 'major'),
  drill: withDefault(flag, false),
  shed: maybe(text),
  socket: maybe(count),
  transition: word(['raised', 'cleared'], 'raised'),
  dueAt: instant,
  why: word(['gathering', 'escalation', 'hours', 'line', 'pace'], 'gathering'),
});
export type WaitingNotice = Of<typeof waitingNotice>;
export const waitingNotices = object({ items: list(waitingNotice) });

/** A practice incident. Seconds count from its start; missing: not yet, or never. */
export const drill = object({
  drill: text,
  shed: text,
  kind: text,
  announced: flag,
  incident: maybe(text),
  startedAt: instant,
  startedBy: text,
  endedAt: maybe(instant),
  noticeSeconds: maybe(number),
  acknowledgeSeconds: maybe(number),
  closeSeconds: maybe(number),
});
export type Drill = Of<typeof drill>;
export const drills = object({ items: list(drill) });
