import { describe, expect, it } from 'vitest';
import { addressOf, hashOf } from '../../src/safety/address';
import { askedOf, wireOf } from '../../src/safety/filter';
import { packSeries } from '../../src/state/pack';

describe('an address of the safety page', () => {
  it('leads back to where it came from, whatever an incident is called', () => {
    const hash = hashOf('incidents', ['liuxi/s01/8f3c2a91-43'], { text: '飞线 & 拉线', shed: undefined });
    const address = addressOf(hash);
    expect(address.section).toBe('incidents');
    expect(address.path).toEqual(['liuxi/s01/8f3c2a91-43']);
    expect(address.query.get('text')).toBe('飞线 & 拉线');
    expect(address.query.has('shed')).toBe(false);
  });

  it('is read whatever stands there', () => {
    for (const hash of ['', '#', '#/', '#/%E0%A4%A', '#/x?=&&', '#/a/b/c?d'])
      expect(addressOf(hash).path.length).toBeLessThan(4);
  });

  it('asks for whole days, the last one included, and leaves out what it does not know', () => {
    const asked = askedOf(new URLSearchParams('from=2026-10-01&to=2026-10-02&shed=s01&evil=1'));
    expect(wireOf(asked)).toEqual({
      from: '2026-09-30T16:00:00.000Z',
      to: '2026-10-02T16:00:00.000Z',
      shed: 's01',
    });
    expect(wireOf({ from: 'yesterday' }).from).toBeUndefined();
  });
});

describe('the curve of an evidence pack', () => {
  it('adds up sockets, each holding its last value', () => {
    const series = packSeries([
      { at: 3_000, socket: 2, watts: 100 },
      { at: 1_000, socket: 1, watts: 200 },
      { at: 5_000, socket: 1, watts: 0 },
      { at: 6_000, socket: 1, watts: undefined },
    ]);
    expect(series.points.map(each => [each.at, each.wattsMean])).toEqual([
      [1_000, 200],
      [3_000, 300],
      [5_000, 100],
    ]);
  });
});
