import type { Catalogue } from '../speak';

/** Words of tonight's patrols. */
export const patrols = {
  'patrols.title': ['今晚巡查', 'Patrols tonight'],
  'patrols.what': [
    '按扑空估计和以往巡查结果排序：数字是预计能看到的飞线根数，是估计值，不是事实。空手而归会让一栋楼的名次下降。',
    "Ranked by the pressure map and by what earlier patrols found: numbers are wires expected to be seen, an estimate, not a fact. A walk that finds nothing lowers a building's rank.",
  ],
  'patrols.basis': [
    '依据 {at} 的估计（{from} 至 {to}，会话 {sessions} 次，订单 {orders} 笔）。',
    'From the estimate of {at} ({from} to {to}, {sessions} sessions, {orders} orders).',
  ],
  'patrols.basis.none': [
    '还没有扑空估计，暂时排不出名次。',
    'There is no estimate of pressure yet, and so no ranking.',
  ],
  'patrols.ranking': ['今晚去哪里', 'Where to go tonight'],
  'patrols.when': ['时段', 'When'],
  'patrols.wires': ['预计飞线（九成区间）', 'Wires expected (90 % interval)'],
  'patrols.why': ['理由', 'Why'],
  'patrols.plan': ['安排一次巡查', 'Plan a walk'],
  'patrols.minutes': ['时长（分钟）', 'Minutes'],
  'patrols.start': ['开始', 'Start'],
  'patrols.start.best': ['预计最多的时候', 'When most is expected'],
  'patrols.start.hour': ['{hour} 时', '{hour}:00'],
  'patrols.go': ['安排', 'Plan'],
  'patrols.list': ['巡查', 'Walks'],
  'patrols.empty': ['还没有安排巡查。', 'No walk has been planned yet.'],
  'patrols.head': [
    '{at} 出发，约 {minutes} 分钟，{n} 栋楼，{who} 安排',
    '{at}, about {minutes} min, {n} buildings, planned by {who}',
  ],
  'patrols.done': ['已查 {n} / {all}，发现 {wires} 根', '{n} of {all} seen, {wires} wires found'],
  'patrols.print': ['打印', 'Print'],
  'patrols.map': ['路线：{names}', 'Way: {names}'],
  'patrols.none': ['没有', 'None'],
  'patrols.count': ['{n} 根', '{n}'],
  'patrols.more': ['3 根以上', '3 or more'],
  'patrols.cleared': ['已当场清理', 'Taken down'],
  'patrols.left': ['还在', 'Still there'],
  'patrols.back': ['返回', 'Back'],
  'patrols.ask': ['{building}：看到几根飞线？', '{building}: how many wires?'],
  'patrols.found.none': ['{at} 没有飞线', '{at}: none'],
  'patrols.found.cleared': ['{at} {n} 根，已清理', '{at}: {n}, taken down'],
  'patrols.found.left': ['{at} {n} 根，还在', '{at}: {n}, still there'],
  'patrols.again': ['改', 'Change'],
  'patrols.again.what': ['修改 {building} 的结果', 'Change the result of {building}'],
} as const satisfies Catalogue;
