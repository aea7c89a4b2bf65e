import { describe, expect, it } from 'vitest';
import { EMPTY_BOARD, foldBoard, openAlerts, type Board, type BoardEvent } from '../../src/state/board';
import { totalsOf } from '../../src/state/totals';
import type { LiveEvent } from '../../src/wire/live';
import { Problem } from '../../src/wire/shape';
import { SILENCE_MILLIS } from '../../src/wire/stream';
import { madeAlert, madeShed, T } from './made';

const live = (event: LiveEvent, mark = 0): BoardEvent => ({
  type: 'news',
  news: { type: 'live', event },
  mark,
});
const heard = (mark: number): BoardEvent => ({ type: 'news', news: { type: 'heard' }, mark });
const fold = (...events: BoardEvent[]): Board => events.reduce(foldBoard, EMPTY_BOARD);

const SNAPSHOT: BoardEvent = live({
  type: 'snapshot',
  snapshot: { at: T, sheds: [madeShed('s01'), madeShed('s02')], alerts: undefined, incidents: undefined },
});

describe('the board', () => {
  it('replaces a shed and leaves the others the same objects, so that only it is drawn again', () => {
    const before = fold(heard(1), SNAPSHOT);
    const after = foldBoard(before, live({ type: 'shed', shed: madeShed('s02', ['charging']) }));
    expect(after.sheds[0]).toBe(before.sheds[0]);
    expect(after.sheds[1]?.counts.charging).toBe(1);
  });

  it('keeps sockets when a summary without them comes', () => {
    const summary = { ...madeShed('s01', ['charging']), sockets: undefined };
    const board = fold(SNAPSHOT, live({ type: 'shed', shed: summary }));
    expect(board.sheds[0]?.counts.charging).toBe(1);
    expect(board.sheds[0]?.sockets).toHaveLength(1);
  });

  it('keeps alerts over a snapshot that carries none', () => {
    expect(fold({ type: 'alerts', alerts: [madeAlert('a')] }, SNAPSHOT).alerts).toHaveLength(1);
  });

  it('lists what waits for a person first, then the worst, then the newest, and drops what is closed', () => {
    const alerts = openAlerts([
      madeAlert('old'),
      madeAlert('known', { severity: 'critical', state: 'active-acknowledged' }),
      madeAlert('closed', { state: 'closed' }),
      madeAlert('worst', { severity: 'critical', state: 'cleared-unacknowledged' }),
      madeAlert('new', { raisedAt: '2026-01-01T00:10:00Z' }),
    ]);
    expect(alerts.map(each => each.alert)).toEqual(['worst', 'new', 'old', 'known']);
  });

  it('calls nothing calm before all alerts are known, nor after they could not be read', () => {
    expect(fold(SNAPSHOT).alertsKnown).toBe(false);
    expect(fold({ type: 'alerts', alerts: [] }, SNAPSHOT).alertsKnown).toBe(true);
    expect(fold({ type: 'alerts', alerts: [] }, { type: 'alerts-unknown' }).alertsKnown).toBe(false);
  });

  it('an alert told twice is there once', () => {
    const told = live({ type: 'alert', alert: madeAlert('a') });
    expect(fold(SNAPSHOT, told, told).alerts).toHaveLength(1);
  });

  it('is stale after the silence of its limit, and not one millisecond before', () => {
    const at = (mark: number) => fold(heard(100), { type: 'tick', mark }).stale;
    expect(at(100 + SILENCE_MILLIS)).toBe(false);
    expect(at(101 + SILENCE_MILLIS)).toBe(true);
    expect(fold(heard(100), { type: 'tick', mark: 99_999 }, heard(100_000)).stale).toBe(false);
  });

  it('a tick that changes nothing is the same board, so that nothing is drawn', () => {
    const board = fold(SNAPSHOT);
    expect(foldBoard(board, { type: 'tick', mark: 5 })).toBe(board);
  });

  it('counts what it could not read and goes on', () => {
    const bad: BoardEvent = {
      type: 'news',
      news: { type: 'unreadable', problem: new Problem('x', 'y') },
      mark: 0,
    };
    expect(fold(SNAPSHOT, bad)).toMatchObject({ unreadable: 1, sheds: [{ shed: 's01' }, { shed: 's02' }] });
  });

  it('says when it is lost and when it is back', () => {
    const lost: BoardEvent = { type: 'news', news: { type: 'lost', status: 0, again: 1 }, mark: 0 };
    expect(fold(heard(1), lost).link).toBe('lost');
    expect(fold(heard(1), lost, heard(2)).link).toBe('live');
  });
});

describe('totals', () => {
  it('add up sheds and leave out the watts of what is unknown', () => {
    const silent = madeShed('s03', ['unknown', 'unknown'], { state: 'lost' });
    expect(totalsOf([madeShed('s01', ['charging', 'free']), madeShed('s02', ['tripped']), silent])).toEqual({
      sockets: 5,
      free: 1,
      charging: 1,
      finished: 0,
      unusable: 1,
      unknown: 2,
      shedsOnline: 2,
      sheds: 3,
      watts: 150,
    });
    expect(totalsOf([silent]).watts).toBeUndefined();
  });
});
