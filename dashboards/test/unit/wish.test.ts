import { describe, expect, it } from 'vitest';
import { callsFor, chargeNews, foldWaiting, isOver, NOT_WAITING, ringsItself } from '../../src/state/wish';
import { parse, Problem } from '../../src/wire/shape';
import { CHARGE_STAGES, FREE_STAGES, freeWish, type FreeStage } from '../../src/wire/wish';
import { iso, T } from './made';

function wish(stage: FreeStage) {
  const read = parse(freeWish, {
    wish: 'a',
    stage,
    sheds: ['s07'],
    place: 2,
    expiresAt: iso(T),
    push: false,
  });
  if (read instanceof Problem) throw new Error(String(read));
  return read;
}

const trouble = (status: number) => ({ kind: 'refused', status, type: '', detail: '' }) as const;

describe('a wish for a free socket', () => {
  it('calls once: when its turn has come, not again on a page that was opened anew', () => {
    const calls = FREE_STAGES.flatMap(before =>
      FREE_STAGES.filter(now => callsFor(before, now)).map(now => [before, now]),
    );
    expect(calls).toEqual([['waiting', 'offered']]);
  });

  it('waits on through silence and a refusal, and ends when the server does not know it', () => {
    const waits = foldWaiting(NOT_WAITING, { type: 'seen', wish: wish('waiting') });
    expect(foldWaiting(waits, { type: 'trouble', trouble: trouble(0) }).wish).toBe(waits.wish);
    expect(foldWaiting(waits, { type: 'trouble', trouble: trouble(503) }).wish).toBe(waits.wish);
    const gone = foldWaiting(waits, { type: 'trouble', trouble: trouble(404) });
    expect(gone).toEqual({ wish: undefined, ended: 'gone', trouble: undefined });
  });

  it.each(['taken', 'lapsed', 'expired'] as const)('says how it ended: %s', stage => {
    const ended = foldWaiting(NOT_WAITING, { type: 'seen', wish: wish(stage) });
    expect(ended).toEqual({ wish: undefined, ended: stage, trouble: undefined });
  });

  it('is forgotten when it is given up', () => {
    const waits = foldWaiting(NOT_WAITING, { type: 'seen', wish: wish('offered') });
    expect(foldWaiting(waits, { type: 'given-up' })).toBe(NOT_WAITING);
  });
});

describe('news of my charge', () => {
  it.each([
    ['waiting', 'done', 'done'],
    ['full', 'done', 'done'],
    ['done', 'move', 'move'],
    ['waiting', 'stopped', 'stopped'],
    ['waiting', 'unplugged', 'unplugged'],
    ['waiting', 'full', undefined],
    ['move', 'moved', undefined],
    ['waiting', 'expired', undefined],
  ] as const)('%s then %s: %s', (before, now, news) => {
    expect(chargeNews(before, now)).toBe(news);
  });

  it.each(CHARGE_STAGES)('%s is told at most once', stage => {
    expect(chargeNews(stage, stage)).toBeUndefined();
  });

  it('goes on after the first word of a full bike, for the second', () => {
    expect(CHARGE_STAGES.filter(stage => !isOver(stage))).toEqual(['waiting', 'full', 'done', 'move']);
  });
});

describe('who rings', () => {
  it('is the page, unless nobody looks at it and a push service brings the same', () => {
    const rings = [true, false].flatMap(push => [true, false].map(hidden => ringsItself(push, hidden)));
    expect(rings).toEqual([false, true, true, true]);
  });
});
