import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { alarms } from '../../src/i18n/catalogue/alarms';
import { capacity } from '../../src/i18n/catalogue/capacity';
import { common } from '../../src/i18n/catalogue/common';
import { deeds } from '../../src/i18n/catalogue/deeds';
import { duty } from '../../src/i18n/catalogue/duty';
import { effect } from '../../src/i18n/catalogue/effect';
import { incidents } from '../../src/i18n/catalogue/incidents';
import { mine } from '../../src/i18n/catalogue/mine';
import { monthly } from '../../src/i18n/catalogue/monthly';
import { notices } from '../../src/i18n/catalogue/notices';
import { paper } from '../../src/i18n/catalogue/paper';
import { patrols } from '../../src/i18n/catalogue/patrols';
import { pressure } from '../../src/i18n/catalogue/pressure';
import { reports } from '../../src/i18n/catalogue/reports';
import { residents } from '../../src/i18n/catalogue/residents';
import { rules } from '../../src/i18n/catalogue/rules';
import { safety } from '../../src/i18n/catalogue/safety';
import { staff } from '../../src/i18n/catalogue/staff';
import { why } from '../../src/i18n/catalogue/why';
import { wish } from '../../src/i18n/catalogue/wish';
import * as format from '../../src/i18n/format';
import { inLanguage, setLanguage, speaker, wordSpeaker, type Message } from '../../src/i18n/speak';
import { sayReason } from '../../src/staff/reason';
import { T } from './made';

const CATALOGUES = {
  alarms,
  capacity,
  common,
  deeds,
  duty,
  effect,
  incidents,
  mine,
  monthly,
  notices,
  paper,
  patrols,
  pressure,
  reports,
  residents,
  rules,
  safety,
  staff,
  why,
  wish,
};
const MESSAGES = Object.entries(CATALOGUES).flatMap(([book, messages]) =>
  Object.entries(messages as Record<string, Message>).map(([key, message]) => ({ book, key, message })),
);
const CJK = /[\u3400-\u9fff]/;
/** What is the same in all languages. */
const NO_WORDS = new Set([
  'and',
  'why.and',
  'language.switch',
  'language.other',
  'comma',
  'stop',
  'near.comma',
  'month.and',
]);

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name) && !name.startsWith('i18n/catalogue'))
  .map(name => readFileSync(`src/${name}`, 'utf8'))
  .join('\n');

beforeAll(() => {
  Object.assign(globalThis, { document: { documentElement: {} } });
});

describe('the catalogue', () => {
  it.each(MESSAGES)('$book $key says the same in both languages', ({ key, message }) => {
    const [zh, en] = message;
    const blanks = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(zh.trim()).not.toBe('');
    expect(en.trim()).not.toBe('');
    expect(blanks(en)).toEqual(blanks(zh));
    if (NO_WORDS.has(key)) return;
    expect(zh).toMatch(CJK);
    expect(en).not.toMatch(CJK);
  });

  it.each(MESSAGES)('$book $key is used', ({ key }) => {
    const dynamic = [...sources.matchAll(/[`'"]([\w-]+(?:\.[\w-]+)*\.?)(?:\$\{|['"]\))/g)].map(
      found => found[1]!,
    );
    const used = sources.includes(`'${key}'`) || dynamic.some(prefix => prefix && key.startsWith(prefix));
    const suffix = /^(close|reset)\.(title|effect|confirm)$/.test(key);
    expect(used || suffix, key).toBe(true);
  });

  it('has no key twice', () => {
    for (const page of [
      [common, alarms, capacity, deeds, duty, effect, paper, patrols, pressure, reports, staff],
      [common, alarms, notices, rules, safety],
      [common, alarms, incidents, monthly],
      [common, residents],
      [common, why],
      [common, mine, wish],
    ]) {
      const keys = page.flatMap(book => Object.keys(book));
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    }
  });

  it.each([
    ['tripped by overcurrent, smoke: reset it first', '因过流、烟雾已跳闸，请先复位'],
    ['only at the shed: smoke', '烟雾只能在现场复位'],
    ['a reason of tomorrow', 'a reason of tomorrow'],
  ])('says a refusal in Chinese: %s', (reason, words) => {
    setLanguage('zh-CN');
    expect(sayReason(reason)).toBe(words);
  });

  it('keeps a blank that nobody filled, and shows a word that it does not know', () => {
    expect(inLanguage(['{n} 个', '{n}'], 'zh-CN', {})).toBe('{n} 个');
    expect(wordSpeaker(alarms, 'kind')('flood')).toBe('flood');
  });
});

describe('numbers and times', () => {
  it('a missing quantity is a dash, never a zero', () => {
    expect([format.volts(undefined), format.watts(undefined), format.wattHours(undefined)]).toEqual([
      '–',
      '–',
      '–',
    ]);
  });

  it('quantities carry their unit and change it where it reads better', () => {
    expect(format.volts(221.37)).toBe('221.4\u00a0V');
    expect(format.watts(9_999)).toBe('9,999\u00a0W');
    expect(format.watts(12_345)).toBe('12.3\u00a0kW');
    expect(format.wattHours(999)).toBe('999\u00a0Wh');
    expect(format.wattHours(1_234)).toBe('1.23\u00a0kWh');
  });

  it('ages round down, in both languages', () => {
    setLanguage('zh-CN');
    expect([0, 59_999, 3_599_999, 90_000_000, 200_000_000].map(format.age)).toEqual([
      '刚刚',
      '59 秒前',
      '59 分钟前',
      '25 小时前',
      '2 天前',
    ]);
    expect(format.length(5_400_000)).toBe('1 小时 30 分');
    setLanguage('en');
    expect(format.age(61_000)).toBe('1 min ago');
    expect(format.length(93_600_000)).toBe('1 d 2 h');
  });

  it("times are the site's, wherever the reader is", () => {
    setLanguage('zh-CN');
    expect(format.clockTime(T)).toBe('08:00:00');
    expect(format.dayTime(T)).toBe('1月1日 08:00');
    format.setTimezone('Europe/Oslo');
    expect(format.hourMinute(T)).toBe('01:00');
    format.setTimezone('Nowhere/Land');
    expect(format.hourMinute(T)).toBe('01:00');
    format.setTimezone('Asia/Shanghai');
  });

  it('midnight is 00:00', () => {
    expect(format.hourMinute(Date.parse('2026-01-01T00:00:00+08:00'))).toBe('00:00');
  });

  it('a speaker fills its blanks in the current language', () => {
    setLanguage('en');
    expect(speaker(staff)('total.of', { n: 180 })).toBe('of 180');
  });
});
