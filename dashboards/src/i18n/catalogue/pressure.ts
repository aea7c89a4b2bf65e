import type { Catalogue } from '../speak';

/** Words of the pressure map. */
export const pressure = {
  'pressure.title': ['飞线压力', 'Pressure'],
  'pressure.what': [
    '到了车棚却找不到空闲插座的人（扑空），没有人能数得到。这里的数字都是估计值：由车棚看得见的到达和满位时间推算。',
    'Nobody can count those who come and find no free socket (the turned away). Every number here is an estimate, worked out from the arrivals that sheds do see and from how long they are full.',
  ],
  'pressure.from': [
    '估计于 {at}，依据 {from} 至 {to} 的数据：本系统会话 {sessions} 次，运营商订单 {orders} 笔；车棚失联共 {dark} 小时，不计入。',
    'Estimated {at} from data of {from} to {to}: {sessions} sessions measured here, {orders} orders of a vendor; sheds were not seen for {dark} hours in all, which do not count.',
  ],
  'pressure.guessed': [
    '{n} 笔订单只知道充电何时结束，车何时取走是推测的。',
    'Of {n} orders only the end of the charge is known; when the bike left is guessed.',
  ],
  'pressure.none': [
    '还没有估计。每天凌晨三点半用前一天为止的数据估计一次；导入运营商的历史订单后马上估计一次。',
    'No estimate yet. One is made at half past three each night from the data up to the day before, and at once after past orders of a vendor were imported.',
  ],
  'pressure.total': ['扑空合计（估计）', 'Turned away in all (estimate)'],
  'pressure.interval': [
    '{n}（九成把握在 {low} 到 {high} 之间）',
    '{n} (nine times out of ten between {low} and {high})',
  ],
  'pressure.privacy': [
    '不足 10 户的楼栋组不显示，也不计入合计。',
    'Groups of buildings under ten households are not shown and are in no total.',
  ],

  'pressure.plan': ['哪里扑空', 'Where people are turned away'],
  'pressure.plan.say': [
    '{day} {hour} 时，每周扑空估计值：',
    '{day}, {hour}:00: estimated turned away a week:',
  ],
  'pressure.plan.building': ['{name}：每周 {n}', '{name}: {n} a week'],
  'pressure.plan.calm': ['这一小时没有扑空。', 'Nobody is turned away in this hour.'],
  'pressure.day': ['星期几', 'Day of the week'],
  'pressure.day.0': ['周一', 'Mon'],
  'pressure.day.1': ['周二', 'Tue'],
  'pressure.day.2': ['周三', 'Wed'],
  'pressure.day.3': ['周四', 'Thu'],
  'pressure.day.4': ['周五', 'Fri'],
  'pressure.day.5': ['周六', 'Sat'],
  'pressure.day.6': ['周日', 'Sun'],
  'pressure.hour': ['几点', 'Hour'],
  'pressure.hour.is': ['{hour} 时至 {next} 时', '{hour}:00 to {next}:00'],
  'pressure.scale': ['浅到深：0 到每小时 {most}', 'Light to dark: 0 to {most} in that hour'],

  'pressure.week': ['车棚的一周', "A shed's week"],
  'pressure.week.shed': ['车棚', 'Shed'],
  'pressure.week.show': ['显示', 'Show'],
  'pressure.week.full': ['满位时间占比', 'Share of time full'],
  'pressure.week.away': ['扑空（估计）', 'Turned away (estimate)'],
  'pressure.week.cell': ['{day} {hour} 时：{n}', '{day} {hour}:00: {n}'],
  'pressure.week.unseen': ['没有数据', 'not seen'],
  'pressure.week.sum': [
    '{shed}：{day} {hour} 时最满（{share}）；每周扑空约 {n}。',
    '{shed}: fullest {day} {hour}:00 ({share}); about {n} turned away a week.',
  ],

  'pressure.ranking': ['楼栋排名', 'Buildings, ranked'],
  'pressure.rank': ['名次', 'Rank'],
  'pressure.building': ['楼栋', 'Building'],
  'pressure.away': ['扑空（估计）', 'Turned away (estimate)'],
  'pressure.range': ['九成区间', '90 % interval'],
  'pressure.tooFew': ['人太少，说不准', 'too few people to say'],
  'pressure.alike': ['同组楼栋', 'Cannot be told from'],
  'pressure.alike.why': [
    '附近车棚及远近次序相同的楼栋，车棚看不出谁是谁，只按户数分，区间因此更宽。',
    'Sheds cannot tell apart buildings with the same sheds in the same order of distance; households alone divide them, so their intervals are wider.',
  ],

  'orders.import': ['导入运营商历史订单', 'Import past orders of a vendor'],
  'orders.import.what': [
    'CSV 文件，首行为列名：shed,socket,startedAt,endedAt,wattHours，可另有 unpluggedAt（车何时取走）。编码 UTF-8 或 GBK。同一文件导入两次不会重复。',
    'A CSV file whose first line names the columns shed,socket,startedAt,endedAt,wattHours and, where known, unpluggedAt. UTF-8 or GBK. The same file twice changes nothing.',
  ],
  'orders.import.admin': ['只有系统管理员可以导入。', 'Only an admin may import.'],
  'orders.import.file': ['选择文件', 'File'],
  'orders.import.go': ['开始导入', 'Import'],
  'orders.import.running': ['正在导入：{percent}%', 'Importing: {percent} %'],
  'orders.import.done': [
    '导入完成：新增 {imported}，已有 {duplicate}，未采用 {rejected}。',
    'Imported: {imported} new, {duplicate} there already, {rejected} not taken.',
  ],
  'orders.import.refit': [
    '新的估计约一分钟内完成，之后请刷新。',
    'A new estimate follows within about a minute; then refresh.',
  ],
  'orders.import.line': ['第 {line} 行：{reason}', 'Line {line}: {reason}'],
  'orders.import.again': ['刷新估计', 'Refresh'],
} as const satisfies Catalogue;
