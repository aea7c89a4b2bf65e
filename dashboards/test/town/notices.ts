import type { NoticeRoute } from '../../src/wire/notices';
import { made, needsOfficer, noContent } from './duty';
import { iso } from './history';
import { ok, problem, type Call, type Handler, type Reply } from './routes';
import type { TownServer } from './server';

const MINUTE = 60_000;

type Sent = Record<string, unknown> & { notice: string; route: string; madeAt: number; state: string };
const ROUTE: NoticeRoute = {
  route: 'r1',
  name: '物业值班群',
  courier: 'wecom',
  address: 'qyapi.weixin.qq.com',
  hasSecret: false,
  audience: 'address',
  least: 'major',
  rules: [],
  grids: [],
  from: '00:00',
  to: '00:00',
  outside: 'skip',
  afterMinutes: 0,
  language: 'zh',
  tellsClears: true,
  digest: true,
  enabled: true,
};

/** Routes and messages of a made-up town. */
export class TownNotices {
  routes: NoticeRoute[];
  sent: Sent[];
  /** What the receiver of a test message answers. */
  receiver: 'takes' | 'refuses' = 'takes';
  private number = 0;

  constructor(at: number) {
    const night = { from: '22:00', to: '07:00', least: 'critical', audience: 'duty' } as const;
    const gateway = { courier: 'webhook', address: 'sms.example.cn', hasSecret: true } as const;
    this.routes = [
      ROUTE,
      { ...ROUTE, ...gateway, ...night, route: 'r2', name: '夜间短信', digest: false },
      {
        ...ROUTE,
        route: 'r3',
        name: '安全管理员',
        courier: 'smtp',
        address: 'safety@example.cn',
        afterMinutes: 30,
      },
      {
        ...ROUTE,
        route: 'r4',
        name: '第一网格群',
        grids: ['g1'],
        rules: ['smoke', 'fly-line-reported'],
        enabled: false,
      },
    ];
    this.sent = [
      this.message(at - 2 * MINUTE, 'waiting', '【紧急】过流 · 7号车棚 4 号插座', {
        attempts: 3,
        nextAt: iso(at + MINUTE),
        outcome: 'HTTP 429',
      }),
      this.message(at - 90 * MINUTE, 'sent', '【演练】【紧急】烟雾 · 3号车棚', { drill: true }),
      this.message(at - 5 * 60 * MINUTE, 'failed', '【重要】车棚离线 · 12号车棚', {
        attempts: 3,
        severity: 'major',
        outcome: 'robot says 93000: invalid webhook url',
      }),
      this.message(at - 8 * 60 * MINUTE, 'sent', '1月6日值班摘要', { kind: 'digest', severity: 'minor' }),
    ];
  }

  private message(madeAt: number, state: string, title: string, more: Record<string, unknown>): Sent {
    return {
      notice: this.id('m'),
      route: 'r1',
      routeName: '物业值班群',
      kind: 'alert',
      severity: 'critical',
      drill: false,
      title,
      text: `${title}\n请到现场查看，处理后在值班看板确认。`,
      madeAt,
      state,
      attempts: 1,
      maybeTwice: false,
      nextAt: null,
      sentAt: state === 'sent' ? iso(madeAt + 2_000) : null,
      outcome: state === 'sent' ? 'taken' : '',
      ...more,
    };
  }

  id(prefix: string): string {
    return `${prefix}${++this.number}`;
  }

  test(route: NoticeRoute, at: number): Sent {
    const taken = this.receiver === 'takes';
    const more = { kind: 'test', severity: 'minor', route: route.route, routeName: route.name };
    const sent = this.message(at, taken ? 'sent' : 'failed', '测试消息', more);
    if (!taken) sent['outcome'] = 'HTTP 503';
    this.sent.unshift(sent);
    return sent;
  }
}

export const NOTICES: [string, RegExp, Handler][] = [
  ['GET', /^notices\/routes$/, needsOfficer((_call, _parts, at) => ok({ items: at.notices.routes }))],
  ['POST', /^notices\/routes$/, needsOfficer(addRoute)],
  ['PUT', /^notices\/routes\/([^/]+)$/, needsOfficer(changeRoute)],
  ['DELETE', /^notices\/routes\/([^/]+)$/, needsOfficer(removeRoute)],
  ['POST', /^notices\/routes\/([^/]+)\/test$/, needsOfficer(testRoute)],
  ['GET', /^notices\/waiting$/, waiting],
  ['GET', /^notices$/, sentList],
  ['GET', /^notices\/([^/]+)$/, oneSent],
];

type Asked = Partial<NoticeRoute> & { address?: string; secret?: string };

/** As the server does: an address is never told again, of a secret only whether there is one. */
function routeOf(before: NoticeRoute, { address, secret, ...body }: Asked): NoticeRoute {
  const shown = address && /^https?:/.test(address) ? new URL(address).host : address;
  const hasSecret = secret === undefined ? before.hasSecret : secret !== '';
  return { ...before, ...body, address: shown ?? before.address, hasSecret };
}

function addRoute(call: Call, _parts: string[], { notices }: TownServer): Reply {
  const body = call.body as Asked;
  if (!body.address) return problem(400, 'invalid', 'A new route needs an address.');
  const route = routeOf({ ...ROUTE, route: notices.id('r') }, body);
  notices.routes.push(route);
  return made(route);
}

function changeRoute(call: Call, [id]: string[], { notices }: TownServer): Reply {
  const index = notices.routes.findIndex(each => each.route === id);
  if (index < 0) return problem(404, 'not-found', 'No such route.');
  notices.routes[index] = routeOf(notices.routes[index]!, call.body as Asked);
  return ok(notices.routes[index]);
}

function removeRoute(_call: Call, [id]: string[], { notices }: TownServer): Reply {
  notices.routes = notices.routes.filter(each => each.route !== id);
  return noContent;
}

function testRoute(_call: Call, [id]: string[], { notices, town }: TownServer): Reply {
  const route = notices.routes.find(each => each.route === id);
  if (!route) return problem(404, 'not-found', 'No such route.');
  return { status: 202, body: { ...sentJson(notices.test(route, town.now())), state: 'waiting' } };
}

const sentJson = (one: Sent) => ({ ...one, madeAt: iso(one.madeAt) });

function sentList(call: Call, _parts: string[], { notices }: TownServer): Reply {
  const state = call.url.searchParams.get('state');
  return ok({ items: notices.sent.filter(each => !state || each.state === state).map(sentJson), next: null });
}

function oneSent(_call: Call, [id]: string[], { notices }: TownServer): Reply {
  const found = notices.sent.find(each => each.notice === id);
  return found ? ok(sentJson(found)) : problem(404, 'not-found', 'No such notice.');
}

function waiting(_call: Call, _parts: string[], { town, notices }: TownServer): Reply {
  const items = town.alerts.flatMap(alert =>
    (['r1', 'r3'] as const).map(route => ({
      route,
      routeName: notices.routes.find(each => each.route === route)?.name ?? route,
      alert: alert.alert,
      rule: alert.rule,
      kind: alert.kind ?? alert.rule,
      severity: alert.severity,
      drill: alert.rule === 'drill',
      shed: alert.shed ?? null,
      socket: alert.socket ?? null,
      transition: 'raised',
      dueAt: iso(route === 'r1' ? town.now() : alert.raisedAt + 30 * MINUTE),
      why: route === 'r1' ? 'line' : 'escalation',
    })),
  );
  return ok({ items });
}
