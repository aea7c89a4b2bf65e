import { describe, expect, it } from 'vitest';
import { alert, alerts, incident, incidentEvents, incidents } from '../../src/wire/alerts';
import { command, commands } from '../../src/wire/commands';
import { lostMessages, rejectedMessages, series, sessions } from '../../src/wire/history';
import { liveEvent, snapshot } from '../../src/wire/live';
import { me, site } from '../../src/wire/people';
import {
  duration,
  instant,
  list,
  maybe,
  object,
  parse,
  parseJson,
  Problem,
  text,
} from '../../src/wire/shape';
import { name, shed, sheds } from '../../src/wire/sheds';
import { seeded } from '../town/random';

const SHAPES = { alert, alerts, incident, incidents, incidentEvents, command, commands, series, sessions };
const MORE = { lostMessages, rejectedMessages, snapshot, me, site, shed, sheds };

/** Any JSON value, of the field names that our shapes look for and of others. */
function anything(random: () => number, depth = 0): unknown {
  const pick = Math.floor(random() * (depth > 3 ? 6 : 8));
  if (pick === 0) return null;
  if (pick === 1) return random() < 0.5;
  if (pick === 2) return (random() - 0.3) * 1e6;
  if (pick === 3) return Math.floor(random() * 20);
  if (pick === 4)
    return ['free', '2026-01-01T00:00:00Z', '', 'PT1M', 's01', 'critical'][Math.floor(random() * 6)];
  if (pick === 5) return undefined;
  const items = Array.from({ length: Math.floor(random() * 4) }, () => anything(random, depth + 1));
  if (pick === 6) return items;
  const names = [
    'at',
    'sheds',
    'items',
    'shed',
    'counts',
    'name',
    'every',
    'points',
    'zh',
    'socket',
    '__proto__',
  ];
  return Object.fromEntries(items.map(item => [names[Math.floor(random() * names.length)], item]));
}

describe('shapes are total', () => {
  it.each(Object.entries({ ...SHAPES, ...MORE }))(
    '%s: any value gives a value or a problem',
    (_name, shape) => {
      const random = seeded(11);
      for (let round = 0; round < 400; round++) {
        const value = parse<unknown>(shape, anything(random));
        expect(value === undefined || value instanceof Problem || typeof value === 'object').toBe(true);
      }
    },
  );

  it('text that is no JSON is a problem', () => {
    for (const json of ['', '{', 'undefined', '[1,', '\u0000', 'NaN']) {
      expect(parseJson(sheds, json)).toBeInstanceOf(Problem);
    }
  });
});

describe('shapes', () => {
  const good = {
    shed: 's01',
    name: { zh: '1号车棚', en: 'Shed 1' },
    x: 1,
    y: 2,
    state: 'online',
    heardAt: '2026-01-01T08:00:00.250+08:00',
    counts: { sockets: 1, free: 1, charging: 0, finished: 0, unusable: 0, unknown: 0 },
    sockets: [{ socket: 1, usage: 'free', at: null }],
    somethingNew: 17,
  };

  it('ignore unknown fields and read absent and null alike', () => {
    const read = parse(shed, good);
    expect(read).toMatchObject({ shed: 's01', heardAt: 1767225600250, maintenance: undefined });
    expect(read).not.toHaveProperty('somethingNew');
    expect(read).toMatchObject({ sockets: [{ usage: 'free', watts: undefined, at: undefined }] });
  });

  it('name the place of a problem', () => {
    const counts = { ...good.counts, free: -1 };
    expect(String(parse(sheds, { at: '2026-01-01T00:00:00Z', sheds: [good, { ...good, counts }] }))).toBe(
      'sheds[1].counts.free: expected a whole number from 0',
    );
  });

  it('take words of a newer server as unknown, never as free', () => {
    const newer = { ...good, state: 'sleeping', sockets: [{ socket: 1, usage: 'reserved' }] };
    expect(parse(shed, newer)).toMatchObject({ state: 'unknown', sockets: [{ usage: 'unknown' }] });
  });

  it('take an alert of unknown severity or state as one that needs a look', () => {
    const strange = {
      alert: 'a',
      rule: 'x',
      severity: 'dire',
      state: 'odd',
      raisedAt: '2026-01-01T00:00:00Z',
    };
    expect(parse(alert, strange)).toMatchObject({ severity: 'major', state: 'active-unacknowledged' });
  });

  it('read no time without an offset', () => {
    expect(parse(instant, '2026-01-01T08:00:00+08:00')).toBe(1767225600000);
    expect(parse(instant, '2026-01-01T00:00:00Z')).toBe(1767225600000);
    for (const bad of ['2026-01-01T00:00:00', '2026-01-01', 'T+08:00', 1767225600000, null]) {
      expect(parse(instant, bad)).toBeInstanceOf(Problem);
    }
  });

  it('read durations in milliseconds', () => {
    expect(parse(duration, 'PT1M')).toBe(60_000);
    expect(parse(duration, 'P1DT2H')).toBe(93_600_000);
    expect(parse(duration, 'PT0.5S')).toBe(500);
    for (const bad of ['PT', 'P', '60', 'P1Y', 60, '-PT1M'])
      expect(parse(duration, bad)).toBeInstanceOf(Problem);
  });

  it('read a name in one or two languages', () => {
    expect(parse(name, '东门')).toEqual({ zh: '东门', en: '东门' });
    expect(parse(name, { en: 'East gate' })).toEqual({ zh: 'East gate', en: 'East gate' });
    expect(parse(name, {})).toBeInstanceOf(Problem);
  });

  it('refuse lists beyond their bound', () => {
    expect(parse(list(text), new Array(20_001).fill('a'))).toBeInstanceOf(Problem);
    expect(parse(object({ a: maybe(text) }), [])).toBeInstanceOf(Problem);
  });
});

describe('live events', () => {
  it('an event of an unknown name is ignored', () => {
    expect(liveEvent('weather', '{}')).toBeNull();
  });

  it('an event of a known name and wrong body is a problem', () => {
    for (const event of ['snapshot', 'shed', 'alert', 'incident', 'command']) {
      expect(liveEvent(event, '{"at":7}')).toBeInstanceOf(Problem);
    }
  });
});
