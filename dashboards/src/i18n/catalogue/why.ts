import type { Catalogue } from '../speak';

/** Why not a wire: a small card on the residents' page. Figures and their sources are settings (docs/pages.md). */
export const why = {
  'why.title': ['为什么不飞线', 'Why not run a wire'],
  'why.charge': ['在这里充一次', 'A charge here'],
  'why.yuan': ['约 {yuan} 元', 'about {yuan} yuan'],
  'why.measured': [
    '按本小区近四周充电的中位数 {energy}',
    'median of the charges here in the last four weeks: {energy}',
  ],
  'why.assumed': ['按一次 {energy} 估算', 'taking {energy} for a charge'],
  'why.fine': ['飞线充电的罚款', 'Fine for charging by a wire'],
  'why.fine.yuan': ['{from}–{to} 元', '{from}–{to} yuan'],
  'why.worth': ['最低的罚款够在这里充 {n} 次。', 'The lowest fine pays for {n} charges here.'],
  'why.fires': ['电动自行车火灾', 'E-bike fires'],
  'why.fires.count': ['{fires} 起，{deaths} 人死亡', '{fires}, with {deaths} deaths'],
} as const satisfies Catalogue;
