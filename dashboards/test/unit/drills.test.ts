import { describe, expect, it } from 'vitest';
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
