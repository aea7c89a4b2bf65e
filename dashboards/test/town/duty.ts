import type { Of } from '../../src/wire/shape';
import type { contact } from '../../src/wire/duty';
import { iso } from './history';
import { ok, problem, roleOf, type Call, type Handler, type Reply } from './routes';
import type { TownServer } from './server';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Contact = Of<typeof contact>;
interface Round {
  inspection: string;
  name: string;
  shed: string | null;
  everyDays: number;
  begunAt: number;
  doneAt?: number;
  doneBy?: string;
  result?: 'sound' | 'defect';
  note?: string;
}

/** Made-up people of a made-up town: their roster, notes and rounds. */
export class TownDuty {
  people: Contact[];
  shifts: { shift: string; contact: string; from: number; to: number }[];
  leaders = new Map<string, string>();
  notes: { at: number; by: string; text: string; openAlerts: number; openIncidents: number }[] = [];
  rounds: Round[];
  private number = 0;

  constructor(at: number) {
    this.people = [
      { contact: 'c1', name: '值班员甲', phone: '138 0000 0001', email: '' },
      { contact: 'c2', name: '值班员乙', phone: '138 0000 0002', email: 'yi@example.cn' },
      { contact: 'c3', name: '网格长丙', phone: '', email: '' },
    ];
    this.shifts = [
      { shift: 'd1', contact: 'c1', from: at - 3 * HOUR, to: at + 9 * HOUR },
      { shift: 'd2', contact: 'c2', from: at + 9 * HOUR, to: at + 21 * HOUR },
      { shift: 'd3', contact: 'c1', from: at + 33 * HOUR, to: at + 8 * DAY },
    ];
    this.leaders.set('g1', 'c3');
    this.notes.push({
      at: at - 3 * HOUR,
      by: 'staff-2',
      text: '3 号车棚东侧灯坏，已报修。\n12 号车棚下午断网一次，自行恢复。',
      openAlerts: 1,
      openIncidents: 2,
    });
    this.rounds = [
      this.round(at, '3 号车棚灭火器', 's03', 30, 33, 'sound', ''),
      this.round(at, '7 号车棚灭火器', 's07', 30, 18, 'defect', '压力低，已换新'),
      this.round(at, '全部车棚线缆目检', null, 7, 6.5, 'sound', ''),
      { inspection: 'n4', name: '应急照明测试', shed: null, everyDays: 90, begunAt: at - 10 * DAY },
    ];
  }

  private round(
    at: number,
    name: string,
    shed: string | null,
    everyDays: number,
    ago: number,
    result: 'sound' | 'defect',
    note: string,
  ): Round {
    const doneAt = at - ago * DAY;
    const inspection = this.id('n');
    return { inspection, name, shed, everyDays, begunAt: doneAt, doneAt, doneBy: 'staff-2', result, note };
  }

  id(prefix: string): string {
    return `${prefix}${++this.number}`;
  }

  person(id: string): Contact | undefined {
    return this.people.find(each => each.contact === id);
  }
}

export const needsOfficer =
  (handle: Handler): Handler =>
  (call, parts, at) =>
    roleOf(call) !== 'staff' ? handle(call, parts, at) : problem(403, 'forbidden', 'Officers only.');

export const noContent: Reply = { status: 204 };
export const made = (body: unknown): Reply => ({ status: 201, body });

export const DUTY: [string, RegExp, Handler][] = [
  ['GET', /^duty$/, roster],
  ['POST', /^duty\/shifts$/, needsOfficer(addShift)],
  ['DELETE', /^duty\/shifts\/([^/]+)$/, needsOfficer(removeShift)],
  ['GET', /^duty\/contacts$/, (_call, _parts, { duty }) => ok({ items: duty.people })],
  ['POST', /^duty\/contacts$/, needsOfficer(addContact)],
  ['DELETE', /^duty\/contacts\/([^/]+)$/, needsOfficer(removeContact)],
  ['GET', /^duty\/grids$/, grids],
  ['PUT', /^duty\/grids\/([^/]+)$/, needsOfficer(lead)],
  ['GET', /^duty\/handover$/, handover],
  ['POST', /^duty\/handover$/, writeNote],
  ['GET', /^inspections$/, inspections],
  ['POST', /^inspections$/, needsOfficer(addInspection)],
  ['DELETE', /^inspections\/([^/]+)$/, needsOfficer(removeInspection)],
  ['POST', /^inspections\/([^/]+)\/rounds$/, recordRound],
];

function shiftJson(shift: TownDuty['shifts'][number], duty: TownDuty) {
  return {
    shift: shift.shift,
    contact: duty.person(shift.contact),
    from: iso(shift.from),
    to: iso(shift.to),
  };
}

function roster(_call: Call, _parts: string[], { town, duty }: TownServer): Reply {
  const now = town.now();
  const shifts = duty.shifts.filter(each => each.to > now && each.from < now + 7 * DAY);
  shifts.sort((a, b) => a.from - b.from);
  return ok({
    at: iso(now),
    now: shifts.filter(each => each.from <= now).map(each => duty.person(each.contact)),
    shifts: shifts.map(each => shiftJson(each, duty)),
  });
}

function addShift(call: Call, _parts: string[], { duty }: TownServer): Reply {
  const body = call.body as { contact: string; from: string; to: string };
  const shift = { ...body, shift: duty.id('d'), from: Date.parse(body.from), to: Date.parse(body.to) };
  duty.shifts.push(shift);
  return made(shiftJson(shift, duty));
}

function removeShift(_call: Call, [id]: string[], { duty }: TownServer): Reply {
  duty.shifts = duty.shifts.filter(each => each.shift !== id);
  return noContent;
}

function addContact(call: Call, _parts: string[], { duty }: TownServer): Reply {
  const person = { ...(call.body as Omit<Contact, 'contact'>), contact: duty.id('p') };
  duty.people.push(person);
  return made(person);
}

function removeContact(_call: Call, [id]: string[], { duty }: TownServer): Reply {
  duty.people = duty.people.filter(each => each.contact !== id);
  duty.shifts = duty.shifts.filter(each => each.contact !== id);
  for (const [grid, leader] of duty.leaders) if (leader === id) duty.leaders.delete(grid);
  return noContent;
}

function grids(_call: Call, _parts: string[], { duty }: TownServer): Reply {
  const items = [1, 2, 3, 4, 5].map(n => ({
    grid: `g${n}`,
    leader: duty.person(duty.leaders.get(`g${n}`) ?? '') ?? null,
  }));
  return ok({ items });
}

function lead(call: Call, parts: string[], at: TownServer): Reply {
  at.duty.leaders.set(parts[0]!, (call.body as { contact: string }).contact);
  return grids(call, parts, at);
}

function handover(_call: Call, _parts: string[], { town, duty }: TownServer): Reply {
  const notes = duty.notes.map(each => ({ ...each, at: iso(each.at) }));
  return ok({ openAlerts: town.alerts.length, openIncidents: town.alerts.length, notes });
}

function writeNote(call: Call, _parts: string[], { town, duty }: TownServer): Reply {
  const open = { openAlerts: town.alerts.length, openIncidents: town.alerts.length };
  const note = { at: town.now(), by: call.user!, text: (call.body as { text: string }).text, ...open };
  duty.notes.unshift(note);
  return made({ ...note, at: iso(note.at) });
}

function inspectionJson(round: Round, now: number) {
  const { begunAt, ...shown } = round;
  const dueAt = (round.doneAt ?? begunAt) + round.everyDays * DAY;
  const doneAt = round.doneAt === undefined ? null : iso(round.doneAt);
  return { ...shown, doneAt, dueAt: iso(dueAt), overdue: dueAt < now };
}

function inspections(_call: Call, _parts: string[], { town, duty }: TownServer): Reply {
  return ok({ items: duty.rounds.map(each => inspectionJson(each, town.now())) });
}

function addInspection(call: Call, _parts: string[], { town, duty }: TownServer): Reply {
  const body = call.body as { name: string; shed: string; everyDays: number };
  const round = { ...body, shed: body.shed || null, inspection: duty.id('n'), begunAt: town.now() };
  duty.rounds.push(round);
  return made(inspectionJson(round, town.now()));
}

function removeInspection(_call: Call, [id]: string[], { duty }: TownServer): Reply {
  duty.rounds = duty.rounds.filter(each => each.inspection !== id);
  return noContent;
}

function recordRound(call: Call, [id]: string[], { town, duty }: TownServer): Reply {
  const round = duty.rounds.find(each => each.inspection === id);
  if (!round) return problem(404, 'not-found', 'No such inspection.');
  const { sound, note } = call.body as { sound: boolean; note: string };
  const result = sound ? ('sound' as const) : ('defect' as const);
  Object.assign(round, { doneAt: town.now(), doneBy: call.user, result, note });
  return ok(inspectionJson(round, town.now()));
}
