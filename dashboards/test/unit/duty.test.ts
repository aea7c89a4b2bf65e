import { describe, expect, it } from 'vitest';
import { placeMillis, placeText } from '../../src/state/place';
import { daysUntil, uncovered } from '../../src/state/roster';

const HOUR = 3_600_000;
const span = (from: number, to: number) => ({ from: from * HOUR, to: to * HOUR });

describe('the roster', () => {
  it('finds each time that no shift covers, whatever the order and overlap of the shifts', () => {
    const shifts = [span(20, 30), span(0, 8), span(6, 12), span(7, 9)];
    expect(uncovered(shifts, 0, 36 * HOUR)).toEqual([span(12, 20), span(30, 36)]);
  });

  it('finds none where shifts meet, and all where there is none', () => {
    expect(uncovered([span(-5, 8), span(8, 40)], 0, 24 * HOUR)).toEqual([]);
    expect(uncovered([], 0, 24 * HOUR)).toEqual([span(0, 24)]);
  });

  it('leaves shifts beyond the time asked for out', () => {
    expect(uncovered([span(0, 24), span(30, 40)], 0, 24 * HOUR)).toEqual([]);
  });

  it.each([
    [24, 1],
    [25, 2],
    [0.5, 1],
    [0, 0],
    [-23, 0],
    [-24, -1],
    [-70, -2],
  ])('due in %s hours is %s days', (hours, days) => {
    expect(daysUntil(1e12 + hours * HOUR, 1e12) + 0).toBe(days);
  });
});

describe('time at the place', () => {
  it('is what the clocks there show, wherever the reader is', () => {
    const at = Date.parse('2026-01-07T19:42:10+08:00');
    expect(placeText(at, 'Asia/Shanghai')).toBe('2026-01-07T19:42');
    expect(placeText(at, 'Europe/Oslo')).toBe('2026-01-07T12:42');
    expect(placeMillis('2026-01-07T19:42', 'Asia/Shanghai')).toBe(at - 10_000);
  });

  it('reads back what it wrote, across changes of the clocks', () => {
    for (const zone of ['Asia/Shanghai', 'Europe/Oslo', 'America/New_York', 'UTC']) {
      for (let at = Date.parse('2026-03-28T00:00Z'); at < Date.parse('2026-03-30T12:00Z'); at += HOUR) {
        expect(placeMillis(placeText(at, zone), zone), `${zone} ${at}`).toBe(at);
      }
    }
  });

  it('a text that is no time is none', () => {
    expect(placeMillis('', 'Asia/Shanghai')).toBeUndefined();
    expect(placeMillis('tomorrow', 'Asia/Shanghai')).toBeUndefined();
  });
});
