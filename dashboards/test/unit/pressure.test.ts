import { describe, expect, it } from 'vitest';
import { byBuilding, level, mostOfWeek, NOTHING_IMPORTED, slices, together } from '../../src/state/pressure';
import type { PressureWeek } from '../../src/wire/pressure';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a vendor’s file', () => {
  it('goes in parts that end with a line, each with its number in the file', () => {
    const file = bytes('head\naaaa\nbbbb\ncccc\ndddd');
    const { header, parts } = slices(file, 7);
    expect(header).toBe(5);
    const texts = parts.map(part => new TextDecoder().decode(file.subarray(part.from, part.to)));
    expect(texts).toEqual(['aaaa\nbbbb\n', 'cccc\ndddd']);
    expect(parts.map(part => part.firstLine)).toEqual([2, 4]);
  });

  it('may be a header alone, or nothing', () => {
    expect(slices(bytes('head'), 7)).toEqual({ header: 4, parts: [] });
    expect(slices(bytes(''), 7)).toEqual({ header: 0, parts: [] });
  });

  it('adds up over its parts', () => {
    const part = { imported: 2, duplicate: 1, rejectedCount: 1, rejected: [{ line: 4, reason: 'x' }] };
    expect(together(together(NOTHING_IMPORTED, part), part)).toMatchObject({ imported: 4, rejectedCount: 2 });
  });
});

describe('the pressure map', () => {
  const week: PressureWeek = {
    from: 0,
    to: 0,
    estimate: true,
    fittedAt: 0,
    data: undefined,
    groups: [{ buildings: ['b1', 'b2'], households: 40, turnedAway: [0, 4], low: [], high: [] }],
    sheds: [],
  };
  const households = new Map([
    ['b1', 10],
    ['b2', 30],
  ]);

  it('shares a group’s number out by households', () => {
    expect(byBuilding(week, households, 1)).toEqual(
      new Map([
        ['b1', 1],
        ['b2', 3],
      ]),
    );
    expect(mostOfWeek(week, households)).toBe(3);
  });

  it('draws nothing for nothing and the darkest for the most', () => {
    expect([0, 0.01, 1.5, 3, 9].map(each => level(each, 3))).toEqual([0, 1, 3, 5, 5]);
    expect(level(1, 0)).toBe(0);
  });
});
