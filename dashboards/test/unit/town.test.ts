import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alert, alerts, incidentEvents, incidents } from '../../src/wire/alerts';
import { ask, nothing, send } from '../../src/wire/api';
import { command, commands, orderedCommands } from '../../src/wire/commands';
import { contacts, duty, grids, handover, inspections } from '../../src/wire/duty';
import { lostMessages, rejectedMessages, series, sessions } from '../../src/wire/history';
import { cost } from '../../src/wire/cost';
import { drills, noticeRoutes, notices, waitingNotices } from '../../src/wire/notices';
import { charge, report } from '../../src/wire/mine';
import { me, site } from '../../src/wire/people';
import { patrols } from '../../src/wire/patrols';
import { month } from '../../src/wire/incidents';
import { capacity, effect, pressure, pressureWeek } from '../../src/wire/pressure';
import { paths, query } from '../../src/wire/paths';
import { rules, ruleVersions } from '../../src/wire/rules';
import { chargeWish, freeWish, pushKey } from '../../src/wire/wish';
import type { Shape } from '../../src/wire/shape';
import { shed, sheds } from '../../src/wire/sheds';
import { TownServer } from '../town/server';

const staffTown = new TownServer({ files: '/nowhere', stirMillis: 0, open: true, user: 'officer-1' });
const openTown = new TownServer({ files: '/nowhere', stirMillis: 0 });
let staff = '';
let resident = '';

beforeAll(async () => {
  [staff, resident] = await Promise.all([staffTown.start(), openTown.start()]);
  staffTown.town.hurt('s07', 4, 'overcurrent', 16, 5.5);
  staffTown.town.lose('s12');
});
afterAll(() => Promise.all([staffTown.stop(), openTown.stop()]));

const HOUR = query({ from: '2026-01-01T00:00:00Z', to: '2026-01-01T01:00:00Z', every: 'PT60S' });

/** The made-up town speaks what the pages' own parsers read. */
describe('the town for tests', () => {
  it.each<[string, Shape<unknown>]>([
    [paths.me, me],
    [paths.site, site],
    [paths.sheds, sheds],
    [paths.shed('s01'), shed],
    [paths.shedReadings('s01') + HOUR, series],
    [paths.socketReadings('s01', 2) + HOUR, series],
    [paths.sessions, sessions],
    [paths.alerts, alerts],
    [paths.incidents, incidents],
    [paths.incidentEvents('i-s07-1'), incidentEvents],
    [paths.commands, commands],
    [paths.rejected, rejectedMessages],
    [paths.lost, lostMessages],
    [paths.duty, duty],
    [paths.contacts, contacts],
    [paths.grids, grids],
    [paths.handover, handover],
    [paths.inspections, inspections],
    [paths.rules, rules],
    [paths.ruleVersions('not-a-charger'), ruleVersions],
    [paths.noticeRoutes, noticeRoutes],
    [paths.notices, notices],
    [paths.waitingNotices, waitingNotices],
    [paths.drills, drills],
    [paths.patrols, patrols],
    [paths.pressure, pressure],
    [paths.pressureWeek, pressureWeek],
    [paths.capacity, capacity],
    [paths.pressureEffect + query({ sheds: 's07', date: '2026-01-01' }), effect],
    [paths.month, month],
    [paths.charge('s01', 2), charge],
    [paths.chargeCost, cost],
    [paths.report('7K2M9PQR'), report],
  ])('GET %s', async (path, shape) => {
    expect(await ask(shape, staff + path)).toMatchObject({ ok: true });
  });

  it('takes orders and settles them', async () => {
    const one = await send(command, 'POST', staff + paths.socketCommands('s01', 1), { do: 'open-relay' });
    expect(one).toMatchObject({ ok: true, value: { do: 'open-relay', result: undefined } });
    const many = await send(orderedCommands, 'POST', staff + paths.shedCommands('s02'), {
      do: 'open-relay',
      confirm: true,
    });
    expect(many.ok && many.value.items.length).toBe(11);
  });

  it('takes wishes and tells what they have come to', async () => {
    const asked = await send(freeWish, 'POST', resident + paths.freeWishes, { sheds: ['s01'] });
    expect(asked).toMatchObject({ ok: true, value: { sheds: ['s01'] } });
    const path = resident + paths.freeWish(asked.ok ? asked.value.wish : '');
    expect(await ask(freeWish, path)).toMatchObject({ ok: true, value: { push: false } });
    expect(await ask(pushKey, resident + paths.pushKey)).toMatchObject({ ok: true });
    const push = resident + paths.pushWish(asked.ok ? asked.value.wish : '');
    expect(await send(nothing, 'PUT', push, {})).toMatchObject({ ok: true });
    expect(await ask(freeWish, path)).toMatchObject({ ok: true, value: { push: true } });
    expect(await send(nothing, 'DELETE', path)).toMatchObject({ ok: true });
    expect(await ask(freeWish, path)).toMatchObject({ ok: false, trouble: { status: 404 } });
    const socket = openTown.town.shedById('s02')!.sockets[0]!;
    Object.assign(socket, { usage: 'charging' });
    const charge = await send(chargeWish, 'POST', resident + paths.chargeWishes, { shed: 's02', socket: 1 });
    expect(charge).toMatchObject({ ok: true, value: { stage: 'waiting' } });
  });

  it('lets an alert be acknowledged', async () => {
    const answer = await send(alert, 'POST', staff + paths.acknowledge('s07-1'));
    expect(answer).toMatchObject({
      ok: true,
      value: { state: 'active-acknowledged', acknowledgedBy: 'officer-1' },
    });
  });

  it('keeps numbers from residents', async () => {
    const answer = await ask(shed, resident + paths.shed('s01'));
    expect(answer.ok && answer.value.sockets?.every(each => each.watts === undefined)).toBe(true);
    for (const path of [paths.alerts, paths.sessions, paths.shedReadings('s01') + HOUR]) {
      expect(await ask(nothing, resident + path)).toMatchObject({ ok: false, trouble: { status: 401 } });
    }
  });
});

describe('asking', () => {
  it('gives the problem details of a refusal', async () => {
    expect(await ask(shed, staff + paths.shed('s99'))).toEqual({
      ok: false,
      trouble: { kind: 'refused', status: 404, type: 'urn:shedwatch:not-found', detail: 'No such shed.' },
    });
  });

  it('says so when nobody answers', async () => {
    expect(await ask(me, 'http://127.0.0.1:1/')).toMatchObject({
      ok: false,
      trouble: { kind: 'unreachable' },
    });
  });

  it('says so when the answer is of another shape', async () => {
    const answer = await ask(series, staff + paths.me);
    expect(answer).toMatchObject({
      ok: false,
      trouble: { kind: 'unreadable', detail: 'every: expected an ISO 8601 duration' },
    });
  });
});
