import { describe, expect, it } from 'vitest';
import { columnsOf, figuresOf } from '../../src/state/curve';
import { emptyDesk, foldDesk, hashOf, viewOf } from '../../src/state/desk';
import {
  foldFree,
  freeInAll,
  mostFreeFirst,
  NOTHING_FREE,
  offerOf,
  STALE_MILLIS,
} from '../../src/state/free';
import { outcomeOf, waitingOrders, withOrders } from '../../src/state/orders';
import { bucketSeconds, spanRange, zoomRange } from '../../src/state/range';
import { frameStore } from '../../src/state/store';
import { parse, Problem } from '../../src/wire/shape';
import { series, type Series } from '../../src/wire/history';
import { iso, madeOrder, madeShed, T } from './made';

describe('orders', () => {
  it('wait, are settled by the shed, and are unanswered a minute after they expired', () => {
    const order = madeOrder('o');
    expect(outcomeOf(order, T + 60_000)).toBe('waiting');
    expect(outcomeOf(order, T + 120_001)).toBe('unanswered');
    expect(outcomeOf(madeOrder('o', { result: 'refused' }), T + 999_999)).toBe('refused');
  });

  it('never go back from settled to waiting', () => {
    const done = withOrders([madeOrder('o')], [madeOrder('o', { result: 'done' })]);
    expect(withOrders(done, [madeOrder('o')])[0]?.result).toBe('done');
    expect(waitingOrders(done, T)).toEqual([]);
  });

  it('are listed newest first and bounded', () => {
    const many = Array.from({ length: 500 }, (_, n) => madeOrder(`o${n}`, { at: iso(T + n) }));
    expect(withOrders([], many)).toHaveLength(400);
    expect(withOrders([], many)[0]?.command).toBe('o499');
  });
});

describe('what residents are told', () => {
  it('is not counted where nobody can say, and not where nobody may go', () => {
    const unheard = madeShed('b', ['free', 'free'], { state: 'lost' });
    const shut = madeShed('c', ['free'], { maintenance: { until: iso(T + 1), why: '检修' } });
    expect(freeInAll([madeShed('a', ['free', 'charging']), unheard, shut])).toEqual({ free: 1, unheard: 1 });
    expect(freeInAll([unheard])).toEqual({ free: 0, unheard: 1 });
  });

  it('is never "free" from a silent shed, an old answer or a shed under repair of its connection', () => {
    expect(offerOf(madeShed('s', ['free']), false)).toBe('free');
    expect(offerOf(madeShed('s', ['free']), true)).toBe('unknown');
    expect(offerOf(madeShed('s', ['free'], { state: 'lost' }), false)).toBe('unknown');
    expect(offerOf(madeShed('s', ['charging']), false)).toBe('full');
    expect(offerOf(madeShed('s', ['unknown']), false)).toBe('unknown');
  });

  it('lists most free first and what cannot be said last', () => {
    const sheds = [madeShed('lost', ['free', 'free'], { state: 'lost' }), madeShed('full', ['charging'])];
    const order = mostFreeFirst([...sheds, madeShed('one'), madeShed('two', ['free', 'free'])], false);
    expect(order.map(each => each.shed)).toEqual(['two', 'one', 'full', 'lost']);
  });

  it('gets old without answers', () => {
    const answer = { ok: true, value: { at: T, sheds: [madeShed('s')] } } as const;
    const fresh = foldFree(NOTHING_FREE, { type: 'answer', answer, mark: 1 });
    const trouble = { kind: 'unreachable', status: 0, type: '', detail: '' } as const;
    const cut = foldFree(fresh, { type: 'answer', answer: { ok: false, trouble }, mark: 20_000 });
    expect(cut).toMatchObject({ trouble, heardMark: 1, stale: false });
    expect(foldFree(cut, { type: 'tick', mark: STALE_MILLIS + 2 }).stale).toBe(true);
  });

  it('is never "free" from an earlier visit, however short ago, and starts anew with the first answer', () => {
    const kept = foldFree(NOTHING_FREE, {
      type: 'kept',
      sheds: { at: T, sheds: [madeShed('s')] },
      mark: -1_000,
    });
    expect(kept).toMatchObject({ stale: true, kept: true, heardMark: -1_000 });
    expect(foldFree(kept, { type: 'tick', mark: 1 }).stale).toBe(true);
    const hourBefore = { at: T - 3_600_000, sheds: [madeShed('s')] };
    const answer = { ok: true, value: hourBefore } as const;
    const fresh = foldFree(kept, { type: 'answer', answer, mark: 5 });
    expect(fresh).toMatchObject({ stale: false, kept: false, clock: { at: T - 3_600_000 } });
    expect(foldFree(fresh, { type: 'kept', sheds: { at: T, sheds: [] }, mark: 0 })).toBe(fresh);
  });
});

describe('addresses', () => {
  it.each(['#/', '#/sessions', '#/rejected', '#/reports', '#/shed/s07', '#/shed/s07/3'])(
    '%s is its own view',
    hash => {
      expect(hashOf(viewOf(hash))).toBe(hash);
    },
  );

  it.each(['', '#', '#/nowhere', '#/shed/', '#/shed/%00', '#/shed/<b>', '#/shed/S1'])(
    '%s is the board',
    hash => {
      expect(viewOf(hash)).toEqual({ page: 'board' });
    },
  );

  it('a socket that is no number is left out', () => {
    expect(viewOf('#/shed/s07/0x1')).toEqual({ page: 'board', shed: 's07' });
  });
});

describe('the desk', () => {
  it('shows nothing more to who logs out', () => {
    const inside = foldDesk(emptyDesk({ page: 'board' }), { type: 'orders', orders: [madeOrder('o')] });
    expect(foldDesk(inside, { type: 'who', who: 'nobody' }).orders).toEqual([]);
  });

  it('keeps an order that the stream tells', () => {
    const event = { type: 'live', event: { type: 'command', command: madeOrder('o') } } as const;
    const desk = foldDesk(emptyDesk({ page: 'board' }), { type: 'news', news: event, mark: 0 });
    expect(desk.orders).toHaveLength(1);
  });
});

describe('the store', () => {
  it('tells its listeners once a frame, however much arrived', () => {
    let frame = () => {};
    let frames = 0;
    const store = frameStore(
      0,
      (sum: number, add: number) => sum + add,
      draw => {
        frames++;
        frame = draw;
      },
    );
    let told = 0;
    store.listen(() => told++);
    for (let n = 0; n < 1_000; n++) store.send(1);
    store.send(0);
    expect([frames, told, store.get()]).toEqual([1, 0, 1_000]);
    frame();
    store.send(1);
    expect([frames, told]).toEqual([2, 1]);
  });
});

describe('chart ranges', () => {
  it('never ask for more than 999 points nor for less than two pixels each', () => {
    for (const span of ['hour', 'day', 'week', 'month'] as const) {
      for (const pixels of [0, 300, 700, 4_000]) {
        const range = spanRange(span, T);
        const points = (range.to - range.from) / 1000 / bucketSeconds(range, pixels);
        expect(points).toBeLessThanOrEqual(Math.max(50, Math.min(999, pixels / 2)));
        expect(points).toBeGreaterThan(10);
      }
    }
  });

  it('zoom not below a minute, and from both directions alike', () => {
    expect(zoomRange(T + 600_000, T)).toEqual({ from: T, to: T + 600_000 });
    expect(zoomRange(T, T + 10)).toEqual({ from: T + 5 - 30_000, to: T + 5 + 30_000 });
  });
});

describe('curves', () => {
  const read = (points: object[]): Series => {
    const value = parse(series, { every: 'PT1M', points });
    if (value instanceof Problem) throw new Error(String(value));
    return value;
  };
  const point = (minute: number, watts?: number) => ({ at: iso(T + minute * 60_000), wattsMean: watts });

  it('have a gap where nothing was heard for ten minutes, and none for a quiet five', () => {
    const [times, means] = columnsOf(read([point(0, 100), point(5, 101), point(20, 90)]));
    expect(means).toEqual([100, 101, null, 90]);
    expect(times.every((time, index) => index === 0 || time > times[index - 1]!)).toBe(true);
  });

  it('have figures of what was measured, and none of what was not', () => {
    const measured = read([
      { ...point(0, 100), wattsMax: 130, wattHours: 2 },
      { ...point(1, 50), wattHours: 1 },
      point(2),
    ]);
    expect(figuresOf(measured)).toEqual({ mean: 75, peak: 130, wattHours: 3 });
    expect(figuresOf(read([point(0)]))).toEqual({ mean: undefined, peak: undefined, wattHours: undefined });
  });
});
