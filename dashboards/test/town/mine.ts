import type { Handler, Reply } from './routes';
import type { TownServer } from './server';

const iso = (at: number) => new Date(at).toISOString();
const refuse = (status: number, type: string, detail: string) => ({
  status,
  body: { type: `urn:shedwatch:${type}`, title: type, status, detail },
});

/** The code under which the town answers. */
export const KNOWN_CODE = '7K2M9PQR';

/** What the server still knows of a socket that is free again. */
const LAST_CHARGE = {
  startedAt: '2026-01-06T17:54:00+08:00',
  wattHours: 955,
  finishedAt: '2026-01-07T01:47:00+08:00',
};

const charge: Handler = (_call, [id, n], { town }) => {
  const shed = town.shedById(id!);
  const socket = shed?.sockets.find(each => each.socket === Number(n));
  if (!shed || !socket) return refuse(404, 'not-found', 'No such socket.');
  const { usage, watts, since } = socket;
  const occupied = usage === 'charging' || usage === 'finished';
  const [at, from, to] = [4_700_000, 3_900_000, 6_000_000].map(ahead => iso(town.now() + ahead));
  return {
    status: 200,
    body: {
      shed: shed.shed,
      name: shed.name,
      socket: socket.socket,
      usage,
      since: iso(since),
      watts,
      at: iso(town.now()),
      ...(occupied && { startedAt: iso(since), wattHours: 312.4 }),
      ...(usage === 'finished' && { finishedAt: iso(since) }),
      ...(usage === 'free' && LAST_CHARGE),
      ...(usage === 'charging' && { finish: { at, from, to } }),
    },
  };
};

const answer = (state: string, words: string | null) => ({
  report: KNOWN_CODE,
  building: 'b07',
  reportedAt: '2026-01-01T20:00:00+08:00',
  state,
  answer: words,
  answeredAt: null,
});

const take: Handler = (call, _parts, { town }) => {
  const { photo, note } = call.body as { photo?: string; note?: string };
  if (photo && !/^data:image\/(jpeg|png|webp)/.test(photo)) return refuse(415, 'unsupported-media-type', '');
  if (note === 'too often') return refuse(429, 'too-many-requests', '');
  town.reports.push(call.body);
  return { status: 201, body: answer('open', null) };
};

const read: Handler = (_call, [code]) =>
  code!.toUpperCase() === KNOWN_CODE
    ? { status: 200, body: answer('resolved', '已上门拆除，谢谢您。') }
    : refuse(404, 'not-found', 'No such code.');

const reportsOf = (town: TownServer): Reply => ({
  status: 200,
  body: {
    items: [
      {
        ...answer('open', null),
        report: 'C3N8T5WX',
        reportedAt: '2026-01-01T21:30:00+08:00',
        place: '2 单元 5 楼窗外',
        note: '晚上八点以后',
        photo: true,
        incident: 'i-2',
      },
      {
        ...answer('resolved', '已上门拆除，谢谢您。'),
        answeredAt: '2026-01-01T20:40:00+08:00',
        place: '',
        note: '',
        photo: false,
        incident: 'i-1',
      },
    ].map(each => ({ ...each, answer: town.answers.get(each.report) ?? each.answer })),
  },
});

const say: Handler = (call, [code], at) => {
  at.answers.set(code!, (call.body as { answer: string }).answer);
  return { status: 200, body: answer('open', at.answers.get(code!)!) };
};

/** What staff do with reports. */
export const REPORTS: [string, RegExp, Handler][] = [
  ['GET', /^reports$/, (_call, _parts, at) => reportsOf(at)],
  ['POST', /^reports\/(\w+)\/answer$/, say],
];

const cost: Handler = () => ({
  status: 200,
  body: {
    wattHours: 484,
    measured: true,
    yuanPerKilowattHour: 0.95,
    yuan: 0.46,
    tariffSource: { zh: '小区公示栏', en: '小区公示栏' },
    fineFromYuan: 50,
    fineToYuan: 200,
    fineSource: { zh: '《上海市非机动车安全管理条例》', en: 'Shanghai regulations' },
    fires: 10_051,
    fireDeaths: 35,
    firesSource: { zh: '全国，国家消防救援局', en: 'in China, National Fire and Rescue Administration' },
  },
});

/** Residents' own matters, as the server answers them. */
export const MINE: [string, RegExp, Handler][] = [
  ['GET', /^sheds\/([\w-]+)\/sockets\/(\d+)\/charge$/, charge],
  ['GET', /^charge-cost$/, cost],
  ['POST', /^reports$/, take],
  ['GET', /^reports\/(?!monthly$)(\w+)$/, read],
];
