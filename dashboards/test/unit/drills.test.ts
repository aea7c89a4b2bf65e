import { beforeAll, describe, expect, it } from 'vitest';
import { setLanguage } from '../../src/i18n/speak';
import { alertWhat as safetyWhat } from '../../src/safety/notice-words';
import { sayKind } from '../../src/safety/words';
import { alertWhat as staffWhat } from '../../src/staff/words';
import { alert } from '../../src/wire/alerts';
import { parse, Problem } from '../../src/wire/shape';
import { slowerBy, type Timed } from '../../src/state/drills';

const timed = (startedAt: number, acknowledgeSeconds: number | undefined): Timed => ({
  startedAt,
  noticeSeconds: undefined,
  acknowledgeSeconds,
  closeSeconds: undefined,
});

describe('a drill against those before it', () => {
  it('is compared with the median of the five before, never with later ones', () => {
    const all = [900, 10, 20, 30, 40, 50].map((seconds, index) => timed(index, seconds));
    const own = timed(6, 35);
    expect(slowerBy(own, [...all, own, timed(7, 1)], 'acknowledgeSeconds')).toBe(5);
    expect(slowerBy(all[2]!, all, 'acknowledgeSeconds')).toBe(20 - 455);
  });

  it('skips drills in which a step was never reached, and says nothing where there is nothing to say', () => {
    const all = [timed(0, 100), timed(1, undefined), timed(2, 60)];
    expect(slowerBy(all[2]!, all, 'acknowledgeSeconds')).toBe(-40);
    expect(slowerBy(all[0]!, all, 'acknowledgeSeconds')).toBeUndefined();
    expect(slowerBy(all[1]!, all, 'acknowledgeSeconds')).toBeUndefined();
    expect(slowerBy(all[2]!, all, 'closeSeconds')).toBeUndefined();
  });
});

describe('a drill says that it is one', () => {
  beforeAll(() => Object.assign(globalThis, { document: { documentElement: {} } }));

  const practised = parse(alert, {
    alert: 'drill-1',
    rule: 'drill',
    kind: 'smoke',
    severity: 'critical',
    state: 'active-unacknowledged',
    raisedAt: '2026-01-07T19:42:10+08:00',
  });

  it.each([
    ['zh-CN', '【演练】烟雾', '【演练】'],
    ['en', 'DRILL Smoke', 'DRILL'],
  ] as const)('on the board, in messages and in the log, in %s', (language, what, mark) => {
    setLanguage(language);
    if (practised instanceof Problem) throw new Error(practised.toString());
    expect(staffWhat(practised)).toBe(what);
    expect(safetyWhat('drill', 'smoke')).toBe(what);
    expect(sayKind('drill')).toBe(mark);
  });
});
