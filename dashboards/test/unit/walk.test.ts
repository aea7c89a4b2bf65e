import { describe, expect, it } from 'vitest';
import {
  nearestFirst,
  nearestFree,
  passedOver,
  redirectFrom,
  soonestFree,
  walkMinutes,
} from '../../src/state/walk';
import { iso, madeShed, T } from './made';

const HOME = { x: 0, y: 0 };
const near = madeShed('near', ['charging'], { x: 30, y: 40 });
const middle = madeShed('middle', ['free'], { x: 100, y: 0 });
const far = madeShed('far', ['free', 'free'], { x: 300, y: 0 });

describe('the way', () => {
  it('takes whole minutes with a detour, rounded up, and never none', () => {
    expect(walkMinutes(HOME, { x: 30, y: 40 })).toBe(1);
    expect(walkMinutes(HOME, { x: 100, y: 0 })).toBe(2);
    expect(walkMinutes(HOME, HOME)).toBe(1);
  });

  it('lists the nearest first, and favourites before them', () => {
    expect(nearestFirst([far, middle, near], HOME, []).map(each => each.shed)).toEqual([
      'near',
      'middle',
      'far',
    ]);
    expect(nearestFirst([far, middle, near], HOME, ['far'])[0]).toBe(far);
  });

  it('leads to the nearest free shed, and to none from old numbers or a silent shed', () => {
    const lost = madeShed('lost', ['free'], { x: 1, y: 0, state: 'lost' });
    expect(nearestFree([far, middle, near, lost], HOME, false)).toBe(middle);
    expect(nearestFree([far, middle, near], HOME, true)).toBeUndefined();
  });

  it('says which shed is full when it sends somebody past it, and nothing of a silent one', () => {
    expect(passedOver([far, middle, near], HOME, false)).toBe(near);
    expect(passedOver([far, middle, near], HOME, true)).toBeUndefined();
    const lost = madeShed('lost', ['charging'], { x: 1, y: 0, state: 'lost' });
    expect(passedOver([far, lost], HOME, false)).toBeUndefined();
    expect(passedOver([far, middle], HOME, false)).toBeUndefined();
  });

  it('sends nobody to a planned outage', () => {
    const off = madeShed('off', ['free'], { x: 1, y: 0, maintenance: { until: iso(T) } });
    expect(nearestFree([off, middle], HOME, false)).toBe(middle);
    expect(nearestFree([off], HOME, false)).toBeUndefined();
  });

  it('redirects from a full shed to the nearest that is heard and free', () => {
    const lost = madeShed('lost', ['free'], { x: 31, y: 40, state: 'lost' });
    expect(redirectFrom(near, [near, lost, far, middle], false)).toEqual({ to: middle, minutes: 2 });
    expect(redirectFrom(near, [near, lost], false)).toBe('nowhere');
  });

  it('redirects nobody from a shed with room, from a silent one, or by old numbers', () => {
    const lost = madeShed('lost', ['charging'], { state: 'lost' });
    expect(redirectFrom(middle, [middle, far], false)).toBeUndefined();
    expect(redirectFrom(lost, [lost, far], false)).toBeUndefined();
    expect(redirectFrom(near, [near, far], true)).toBeUndefined();
  });

  it('waits at the one of three near sheds where a socket is expected first', () => {
    const until = (at: number) => ({ forecast: { nextFree: { at: iso(at), from: iso(at), to: iso(at) } } });
    const sheds = [30, 20, 10, 1].map((minutes, index) =>
      madeShed(`s${index}`, ['charging'], { x: 10 + index, ...until(T + minutes * 60_000) }),
    );
    expect(soonestFree(sheds, HOME)?.shed).toBe('s2');
    expect(soonestFree([near], HOME)).toBeUndefined();
  });
});
