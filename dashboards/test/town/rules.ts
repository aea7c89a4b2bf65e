import { iso } from './history';
import { ok, problem, roleOf, type Handler, type Reply } from './routes';
import { alertJson } from './said';
import type { TownServer } from './server';

const DAY = 86_400_000;

interface Parameter {
  name: string;
  value: number;
  builtIn: number;
  lowest: number;
  highest: number;
  evidence: string;
}
interface Version {
  version: number;
  changedBy: string;
  changedAt: string | null;
  why: string;
  parameters: Record<string, number>;
}
interface TownRule {
  rule: string;
  severity: string;
  judge: string;
  backTest: boolean;
  parameters: Parameter[];
  versions: Version[];
}

const parameter = (name: string, value: number, lowest: number, highest: number): Parameter => ({
  name,
  value,
  builtIn: value,
  lowest,
  highest,
  evidence: 'operator choice',
});

/** A few rules of a made-up town, and back-tests that take three looks. */
export class TownRules {
  readonly rules: TownRule[] = [
    this.made('hardware', 'major', 'edge', [parameter('escalateMinutes', 15, 0, 1440)]),
    this.made('shared-socket', 'major', 'readings', [
      parameter('stepWatts', 60, 20, 1000),
      parameter('deadbandWatts', 30, 0, 500),
    ]),
    this.made('not-a-charger', 'critical', 'readings', [
      parameter('watts', 700, 100, 5000),
      parameter('deadbandWatts', 50, 0, 1000),
      parameter('onDelaySeconds', 5, 0, 600),
    ]),
    this.made('shed-offline', 'major', 'server', [parameter('silentSeconds', 180, 60, 3600)]),
  ];
  looks = 0;

  private made(rule: string, severity: string, judge: string, parameters: Parameter[]): TownRule {
    const values = Object.fromEntries(parameters.map(each => [each.name, each.value]));
    const first = {
      version: 1,
      changedBy: 'ShedWatch',
      changedAt: null,
      why: 'built in',
      parameters: values,
    };
    return { rule, severity, judge, backTest: judge === 'readings', parameters, versions: [first] };
  }
}

function shape(rule: TownRule) {
  const { versions, ...rest } = rule;
  const { parameters: _values, ...newest } = versions[0]!;
  return { ...rest, ...newest };
}

const found = (at: TownServer, name: string | undefined) => at.rules.rules.find(each => each.rule === name);

const change: Handler = (call, [name], at): Reply => {
  const rule = found(at, name);
  if (!rule) return problem(404, 'not-found', 'No such rule.');
  if (roleOf(call) === 'staff') return problem(403, 'not-allowed', 'Your role may not do this.');
  const body = call.body as { parameters: Record<string, number>; why: string; version: number };
  if (body.version !== rule.versions[0]!.version) return problem(409, 'conflict', 'Somebody was faster.');
  for (const each of rule.parameters) each.value = body.parameters[each.name] ?? each.value;
  rule.versions.unshift({
    version: body.version + 1,
    changedBy: call.user ?? '',
    changedAt: iso(at.town.now()),
    why: body.why,
    parameters: Object.fromEntries(rule.parameters.map(each => [each.name, each.value])),
  });
  return ok(shape(rule));
};

const test: Handler = (_call, [name], at): Reply => {
  const rule = found(at, name);
  if (!rule) return problem(404, 'not-found', 'No such rule.');
  at.rules.looks++;
  const done = at.rules.looks >= 3;
  const now = at.town.now();
  const gained = [1, 2].map(socket => ({
    shed: 's03',
    socket,
    severity: rule.severity,
    raisedAt: iso(now - socket * DAY),
    clearedAt: socket === 1 ? null : iso(now - socket * DAY + 600_000),
  }));
  return {
    status: 202,
    body: {
      backTest: 'bt-1',
      rule: rule.rule,
      state: done ? 'done' : 'running',
      progress: done ? 1 : at.rules.looks / 3,
      from: iso(now - 30 * DAY),
      to: iso(now),
      parameters: {},
      readings: done ? 1_834_211 : 0,
      live: done ? 5 : 0,
      changed: done ? 7 : 0,
      gainedCount: done ? 2 : 0,
      lostCount: 0,
      gained: done ? gained : [],
      lost: [],
    },
  };
};

const deed: Handler = (call, [id, what], { town }): Reply => {
  const alert = town.alerts.find(each => each.alert === id);
  if (!alert) return problem(404, 'not-found', 'No such alert.');
  const { to, until } = call.body as { to?: string; until?: string };
  if (what === 'assign') alert.assignedTo = to ?? null;
  else alert.shelvedUntil = what === 'shelve' ? (until ?? null) : null;
  return ok(alertJson(alert));
};

export const RULES: [string, RegExp, Handler][] = [
  ['POST', /^alerts\/([^/]+)\/(assign|shelve|unshelve)$/, deed],
  ['GET', /^rules$/, (_call, _parts, at) => ok({ rules: at.rules.rules.map(shape) })],
  ['PUT', /^rules\/([\w-]+)$/, change],
  [
    'GET',
    /^rules\/([\w-]+)\/versions$/,
    (_call, [name], at) => ok({ rule: name, versions: found(at, name)?.versions ?? [] }),
  ],
  ['POST', /^rules\/([\w-]+)\/back-test$/, test],
  ['GET', /^rules\/([\w-]+)\/back-test\/([\w-]+)$/, test],
];
