import { describe, expect, it } from 'vitest';
import { capacityQuestion, placed } from '../../src/state/capacity';
import { hashOf, viewOf } from '../../src/state/desk';
import { dialled } from '../../src/state/dial';
import { effectQuery, effectQuestion, isAsked, topOf, verdict, weekPoints } from '../../src/state/effect';

describe('addresses of the pressure view', () => {
  it.each(['#/pressure', '#/pressure/capacity?sockets=5&minutes=30', '#/pressure/effect?sheds=s07,s09'])(
    '%s is its own view',
    hash => {
      expect(hashOf(viewOf(hash))).toBe(hash);
    },
  );

  it('a tab that is not there is the map', () => {
    expect(viewOf('#/pressure/nowhere')).toEqual({ page: 'pressure', tab: 'map' });
  });
});

describe('the question of sockets and moving', () => {
  it('is the usual one where the address says nothing, or what the server refuses', () => {
    const usual = { sockets: 5, minutes: 30 };
    expect(capacityQuestion(undefined)).toEqual(usual);
    expect(capacityQuestion('sockets=51&minutes=-1')).toEqual(usual);
    expect(capacityQuestion('sockets=1e1&minutes=721')).toEqual(usual);
    expect(capacityQuestion('sockets=0&minutes=720')).toEqual({ sockets: 0, minutes: 720 });
  });

  it('counts what the plan places', () => {
    const one = { shed: 's04', sockets: 11, added: 3, most: 20 };
    expect(placed([one, { ...one, shed: 's11', added: 2 }])).toBe(5);
    expect(placed([])).toBe(0);
  });
});

describe('the question of a measure', () => {
  it('survives its own link', () => {
    const link = 'what=notice&sheds=s07,s09&date=2026-10-01&weeks=12&of=turned-away';
    expect(effectQuery(effectQuestion(link))).toBe(link);
    expect(isAsked(effectQuestion(link))).toBe(true);
  });

  it('is not asked without a shed, or with a day that is none', () => {
    expect(isAsked(effectQuestion('date=2026-10-01'))).toBe(false);
    expect(isAsked(effectQuestion('sheds=s07'))).toBe(false);
    expect(isAsked(effectQuestion('sheds=s07&date=2026-02-30'))).toBe(false);
    expect(isAsked(effectQuestion('sheds=s07&date=yesterday'))).toBe(false);
  });

  it('takes each shed once and nothing that is no name', () => {
    expect(effectQuestion('sheds=s07,,<b>,s07,S1').sheds).toEqual(['s07']);
    expect(effectQuestion('weeks=2&of=money&what=magic')).toMatchObject({
      weeks: 8,
      of: 'sessions',
      what: 'price',
    });
  });
});

describe('what a measure changed', () => {
  it('is fewer or more only where it was found', () => {
    const change = { percent: -18, low: -27, high: -8, found: true };
    expect(verdict(change)).toBe('fewer');
    expect(verdict({ ...change, percent: 18 })).toBe('more');
    expect(verdict({ ...change, found: false })).toBe('open');
  });

  const week = (from: string, days: number, sheds: number, controls: number) => ({
    from,
    days,
    sheds,
    controls,
  });

  it('is drawn against what each side had a day before, also where days are missing', () => {
    const weeks = [
      week('2026-09-17', 7, 70, 700),
      week('2026-09-24', 5, 50, 500),
      week('2026-10-01', 7, 35, 700),
      week('2026-10-15', 4, 60, 0),
    ];
    const points = weekPoints({ weeks, date: '2026-10-01' });
    expect(points.map(each => each.week)).toEqual([-2, -1, 0, 2]);
    expect(points.map(each => each.sheds)).toEqual([1, 1, 0.5, 1.5]);
    expect(points.map(each => each.controls)).toEqual([1, 1, 1, 0]);
    expect(topOf(points)).toBe(1.75);
  });

  it('has no line where nothing was counted before', () => {
    const weeks = [week('2026-09-24', 7, 0, 70), week('2026-10-01', 7, 7, 70)];
    const points = weekPoints({ weeks, date: '2026-10-01' });
    expect(points.map(each => each.sheds)).toEqual([undefined, undefined]);
    expect(topOf([])).toBe(1.25);
  });
});

describe('a telephone number', () => {
  it('is dialled without its words and blanks', () => {
    expect(dialled('021-0000 0000（24 小时）')).toBe('02100000000');
    expect(dialled('物业 +86 21 0000 0000')).toBe('+862100000000');
    expect(dialled('please ask')).toBe('');
  });
});
