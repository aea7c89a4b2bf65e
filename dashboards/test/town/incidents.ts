import { iso } from './history';
import { monthPressure } from './measures';
import { ok, problem, type Call, type Handler, type Reply } from './routes';
import type { TownAlert } from './said';
import type { TownServer } from './server';

/** What people did to an incident of the town, beside the alert that opened it. */
interface Deeds {
  state: 'open' | 'acknowledged' | 'resolved' | 'closed';
  assignedTo?: string;
  party?: string;
  dueAt?: string;
  way?: string;
  events: { at: string; event: string; who: string; text?: string }[];
}

interface Entered {
  readonly incident: string;
  readonly kind: string;
  readonly severity: string;
  readonly shed: string | null;
  readonly socket: number | null;
  readonly building: string | null;
  readonly openedAt: string;
}

const deeds = new WeakMap<TownServer, Map<string, Deeds>>();
const entered = new WeakMap<TownServer, Entered[]>();

export const INCIDENTS: [string, RegExp, Handler][] = [
  ['GET', /^incidents$/, list],
  ['POST', /^incidents$/, enter],
  ['GET', /^incidents\/verification$/, verification],
  ['GET', /^incidents\/([^/]+)$/, one],
  ['GET', /^incidents\/([^/]+)\/events$/, events],
  ['GET', /^incidents\/([^/]+)\/files$/, () => ok({ items: [] })],
  ['POST', /^incidents\/([^/]+)\/(acknowledge|assign|comment|resolve|close|reopen)$/, act],
  ['GET', /^reports\/monthly$/, month],
];

function deedsOf(at: TownServer, id: string): Deeds {
  const all = deeds.get(at) ?? new Map<string, Deeds>();
  deeds.set(at, all);
  const alert = at.town.alerts.find(each => `i-${each.alert}` === id);
  const known = all.get(id) ?? { state: alert?.acknowledgedBy ? 'acknowledged' : 'open', events: [] };
  all.set(id, known);
  return known;
}

function opened(alert: TownAlert): Entered {
  return {
    incident: `i-${alert.alert}`,
    kind: alert.kind ?? alert.rule,
    severity: alert.severity,
    shed: alert.shed ?? null,
    socket: alert.socket ?? null,
    building: null,
    openedAt: iso(alert.raisedAt),
  };
}

function json(at: TownServer, incident: Entered) {
  const { state, assignedTo, party, dueAt, way } = deedsOf(at, incident.incident);
  return {
    ...incident,
    state,
    assignedTo: assignedTo ?? null,
    party: party ?? null,
    dueAt: dueAt ?? null,
    way: way ?? null,
  };
}

function all(at: TownServer) {
  return [...(entered.get(at) ?? []), ...at.town.alerts.map(opened)].map(each => json(at, each));
}

function list(call: Call, _parts: string[], at: TownServer): Reply {
  const asked = (name: string) => call.url.searchParams.get(name);
  const fits = (each: ReturnType<typeof json>) =>
    (['shed', 'building', 'kind', 'severity', 'state', 'way'] as const).every(
      name => !asked(name) || asked(name) === each[name],
    ) &&
    (!asked('text') || deedsOf(at, each.incident).events.some(event => event.text?.includes(asked('text')!)));
  return ok({ items: all(at).filter(fits), next: null });
}

function one(_call: Call, [id]: string[], at: TownServer): Reply {
  const found = all(at).find(each => each.incident === id);
  return found ? ok(found) : problem(404, 'not-found', 'No such incident.');
}

function enter(call: Call, _parts: string[], at: TownServer): Reply {
  const body = call.body as { entry: string; text: string } & Partial<Entered>;
  const made: Entered = {
    incident: `liuxi/manual/${body.entry}`,
    kind: body.kind ?? 'other',
    severity: body.severity ?? 'major',
    shed: body.shed ?? null,
    socket: body.socket ?? null,
    building: body.building ?? null,
    openedAt: iso(at.town.now()),
  };
  entered.set(at, [made, ...(entered.get(at) ?? [])]);
  deedsOf(at, made.incident).events.push({
    at: made.openedAt,
    event: 'opened',
    who: call.user!,
    text: body.text,
  });
  return { status: 201, body: json(at, made) };
}

const STATES = { acknowledge: 'acknowledged', resolve: 'resolved', close: 'closed', reopen: 'open' } as const;
const EVENTS = {
  acknowledge: 'acknowledged',
  assign: 'assigned',
  comment: 'commented',
  resolve: 'resolved',
  close: 'closed',
  reopen: 'reopened',
} as const;

function act(call: Call, [id, deed]: string[], at: TownServer): Reply {
  const body = (call.body ?? {}) as Record<string, string | boolean | undefined>;
  const found = deedsOf(at, id!);
  const word = deed as keyof typeof EVENTS;
  if (word === 'assign') {
    Object.assign(found, { assignedTo: body['to'], party: body['party'], dueAt: body['dueAt'] });
    if (body['party'] !== 'staff') found.way = 'outside';
  } else if (word !== 'comment') {
    found.state = STATES[word];
  }
  if (body['onTheSpot'] === true) found.way = 'on-the-spot';
  const text = [body['text'], body['why'], body['to']].find(each => typeof each === 'string') as string;
  found.events.push({ at: iso(at.town.now()), event: EVENTS[word], who: call.user!, ...(text && { text }) });
  return one(call, [id!], at);
}

function events(_call: Call, [id]: string[], at: TownServer): Reply {
  const alert = at.town.alerts.find(each => `i-${each.alert}` === id);
  const first = alert && {
    at: iso(alert.raisedAt),
    event: 'opened',
    who: 'edge',
    detail: JSON.stringify({
      alert: alert.alert,
      kind: alert.kind ?? alert.rule,
      limit: alert.limit,
      measured: alert.measured,
    }),
  };
  const items = [...(first ? [first] : []), ...deedsOf(at, id!).events];
  if (items.length === 0) return problem(404, 'not-found', 'No such incident.');
  return ok({ items: items.map((each, index) => ({ number: index + 1, ...each })), next: null });
}

function verification(_call: Call, _parts: string[], { town }: TownServer): Reply {
  return ok({
    at: iso(town.now()),
    site: 'liuxi',
    whole: true,
    events: 1_204,
    head: 'a1b2c3d4'.repeat(8),
    texts: 311,
    files: 40,
    absent: 0,
    anchors: 0,
    found: 0,
    findings: [],
  });
}

function month(call: Call, _parts: string[], at: TownServer): Reply {
  const { town } = at;
  const asked = call.url.searchParams.get('month') ?? iso(town.now()).slice(0, 7);
  const subject = { kind: 'overcurrent', shed: 's07', socket: 3, count: 6 };
  return ok({
    month: asked,
    from: `${asked}-01T00:00:00.000+08:00`,
    to: iso(town.now()),
    incidents: 14,
    kinds: [
      { name: 'overcurrent', count: 8 },
      { name: 'fly-line', count: 6 },
    ],
    sheds: [
      { name: 's07', count: 8 },
      { name: '', count: 6 },
    ],
    severities: [{ name: 'critical', count: 14 }],
    stillOpen: 2,
    overdue: 1,
    acknowledge: { count: 13, median: 'PT4M12S', ninth: 'PT31M' },
    close: { count: 12, median: 'PT3H20M', ninth: 'PT50H' },
    sessions: 4_310,
    wattHours: 1_240_500,
    alerts: {
      alerts: 61,
      perDay: 2.1,
      peakTenMinutes: 12,
      floodShare: 0.0002,
      standing: 1,
      topShare: 0.62,
      chattering: [subject],
      top: [subject],
      severities: [{ name: 'major', count: 61 }],
    },
    flyLines: { reported: 9, visits: 64, found: 11, cleared: 10 },
    pressure: monthPressure(at),
  });
}
