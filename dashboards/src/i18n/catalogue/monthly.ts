import type { Catalogue } from '../speak';

/** Words of the monthly report's page on pressure. */
export const monthly = {
  'month.title': ['飞线压力', 'Pressure'],
  'month.reported': ['居民上报的飞线', 'Fly-lines that residents reported'],
  'month.visits': ['巡查走到的楼栋（次）', 'Buildings that patrols looked at'],
  'month.found': ['巡查发现的飞线', 'Fly-lines that patrols found'],
  'month.cleared': ['其中已拆除', 'Of those taken down'],
  'month.total': ['扑空合计（估计）', 'Turned away in all (estimate)'],
  'month.interval': [
    '{n}（九成把握在 {low} 到 {high} 之间）',
    '{n} (nine times out of ten between {low} and {high})',
  ],
  'month.told': [
    '扑空是到了车棚却找不到空闲插座的人，没有人能数得到，这里都是估计值。最近一次估计：{at}；本月有 {days} 天已估计，车棚失联共 {dark} 小时。不足 10 户的楼栋组不显示，也不计入合计。',
    'The turned away are those who came and found no free socket; nobody can count them, all these numbers are estimates. Newest estimate: {at}; {days} days of the month are estimated; sheds were not seen for {dark} hours in all. Groups of buildings under ten households are not shown and are in no total.',
  ],
  'month.none': ['本月还没有扑空的估计。', 'There is no estimate of the turned away of this month.'],
  'month.groups': ['按楼栋组', 'By group of buildings'],
  'month.buildings': ['楼栋', 'Buildings'],
  'month.away': ['扑空（估计）', 'Turned away (estimate)'],
  'month.range': ['九成区间', '90 % interval'],
  'month.sheds': ['满位最久的车棚', 'Sheds that were full longest'],
  'month.shed': ['车棚', 'Shed'],
  'month.full': ['满位（小时）', 'Full (hours)'],
  'month.arrivals': ['到达', 'Arrivals'],
  'month.and': ['、', ', '],
} as const satisfies Catalogue;
