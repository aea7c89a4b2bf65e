import { beforeAll, expect, it } from 'vitest';
import { setLanguage } from '../../src/i18n/speak';
import { alertPlace } from '../../src/staff/words';
import { site } from '../../src/wire/people';
import { parse, Problem } from '../../src/wire/shape';
import { madeAlert, madeShed } from './made';

beforeAll(() => Object.assign(globalThis, { document: { documentElement: {} } }));

const plan = parse(site, {
  site: 'test',
  name: { zh: '测试', en: 'Test' },
  timezone: 'Asia/Shanghai',
  buildings: [{ building: 'b05', name: { zh: '5号楼', en: 'House 5' }, households: 40, x: 0, y: 0 }],
  sheds: [],
});
if (plan instanceof Problem) throw new Error(String(plan));
const sheds = [madeShed('s01')];

it.each([
  ['the site', {}, '整个小区'],
  ['a shed', { shed: 's01' }, 's01'],
  ['a socket', { shed: 's01', socket: 3 }, 's01 · 3 号插座'],
  ['a building', { building: 'b05' }, '5号楼'],
  ['a building that the plan does not know', { building: 'b77' }, 'b77'],
])('an alert says where it is: %s', (_what, about, words) => {
  setLanguage('zh-CN');
  expect(alertPlace(madeAlert('a', about), sheds, plan)).toBe(words);
});
