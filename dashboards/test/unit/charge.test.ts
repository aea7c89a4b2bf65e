import { describe, expect, it } from 'vitest';
import { codeOf, newsOf } from '../../src/state/charge';
import type { Charge } from '../../src/wire/mine';
import type { Usage } from '../../src/wire/sheds';

const at = (usage: Usage): Charge => ({
  shed: 's07',
  name: { zh: '7号车棚', en: 'Shed 7' },
  socket: 3,
  usage,
  watts: undefined,
  startedAt: undefined,
  wattHours: undefined,
  finishedAt: undefined,
  finish: undefined,
});

describe('news of my charge', () => {
  it.each<[Usage, Usage, string | undefined]>([
    ['charging', 'finished', 'done'],
    ['charging', 'tripped', 'stopped'],
    ['charging', 'disabled', 'stopped'],
    ['charging', 'faulted', 'stopped'],
    ['charging', 'free', 'unplugged'],
    ['charging', 'unknown', undefined],
    ['charging', 'charging', undefined],
    ['finished', 'free', undefined],
    ['free', 'charging', undefined],
  ])('%s then %s: %s', (before, now, news) => {
    expect(newsOf(at(before), at(now))).toBe(news);
  });

  it('is none at the first look', () => {
    expect(newsOf(undefined, at('finished'))).toBeUndefined();
  });
});

describe('the code of a socket as people type it', () => {
  it.each([
    ['s07-3', 's07', 3],
    ['S7 3', 's07', 3],
    ['7-3', 's07', 3],
    [' s12 - 11 ', 's12', 11],
  ])('%s', (typed, shed, socket) => {
    expect(codeOf(typed)).toEqual({ shed, socket });
  });

  it.each(['', 's07', '3', 's07-', '<b>-1'])('%s is none', typed => {
    expect(codeOf(typed)).toBeUndefined();
  });
});
