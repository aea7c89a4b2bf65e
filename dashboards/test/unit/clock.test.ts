import { describe, expect, it } from 'vitest';
import { hearTime, NO_CLOCK, serverNow, type Clock } from '../../src/state/clock';

const T = 1_767_225_600_000;

function heard(...times: [at: number, mark: number][]): Clock {
  return times.reduce((clock, [at, mark]) => hearTime(clock, at, mark, true), NO_CLOCK);
}

describe("the server's clock", () => {
  it('is unknown before anything was heard', () => {
    expect(serverNow(NO_CLOCK, 5_000)).toBe(0);
  });

  it('goes on with the time of the page', () => {
    expect(serverNow(heard([T, 1_000]), 4_500)).toBe(T + 3_500);
  });

  it('never goes back for news that were slow', () => {
    const clock = heard([T, 0], [T + 9_000, 10_000]);
    expect(serverNow(clock, 10_000)).toBe(T + 10_000);
    expect(clock.pace).toBe(1);
  });

  it('learns that a demo runs sixty times as fast', () => {
    const clock = heard([T, 0], [T + 300_000, 5_000], [T + 600_000, 10_000]);
    expect(clock.pace).toBe(60);
    expect(serverNow(clock, 11_000)).toBe(T + 660_000);
  });

  it('follows a clock that was set back, when told by the live stream', () => {
    expect(serverNow(heard([T, 0], [T - 3_600_000, 1_000]), 1_000)).toBe(T - 3_600_000);
  });

  it("ignores an old time out of the browser's cache", () => {
    const clock = hearTime(heard([T, 0]), T - 300_000, 20_000, false);
    expect(serverNow(clock, 20_000)).toBe(T + 20_000);
    expect(hearTime(clock, T, 30_000, false).pace).toBe(1);
  });
});
