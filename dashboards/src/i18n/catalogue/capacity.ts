import type { Catalogue } from '../speak';

/** Words of the page on more sockets and moved bikes. */
export const capacity = {
  'pressure.tab.map': ['哪里扑空', 'Where and when'],
  'pressure.tab.capacity': ['加插座还是挪车', 'Sockets or moving'],
  'pressure.tab.effect': ['措施前后', 'Before and after'],
  and: ['、', ', '],
  'working.seconds': ['已用 {n} 秒', '{n} s so far'],

  'capacity.title': ['加插座，还是挪车？', 'More sockets, or moving full bikes?'],
  'capacity.what': [
    '再加几个插座，放在哪里最有用？充满的车及时挪走，又能少多少人扑空？下面的数字都是估计值：按估计的人流把傍晚重新推演一遍。',
    'A few more sockets: where are they worth most? And how many fewer would be turned away if full bikes were moved in time? Every number below is an estimate: evenings are played again with the people who are estimated to come.',
  ],
  'capacity.sockets': ['加几个插座', 'Sockets to add'],
  'capacity.minutes': ['充满后几分钟内挪车', 'Bikes moved within (min of full)'],
  'capacity.go': ['推演', 'Work out'],
  'capacity.working': [
    '正在推演：每个方案试 20 组、每组 4 周，一般几秒到一分钟。',
    'Playing 20 times four weeks of evenings: some seconds, at most about a minute.',
  ],
  'capacity.answer': ['推演结果（估计）', 'Outcome (estimate)'],
  'capacity.now': ['现在', 'As it is'],
  'capacity.plan': ['加 {n} 个插座：{where}', '{n} more sockets: {where}'],
  'capacity.where': ['{shed} 加 {n} 个', '{n} at {shed}'],
  'capacity.moved': [
    '不加插座，车充满后 {minutes} 分钟内挪走',
    'No new socket, but every bike moved within {minutes} min of full',
  ],
  'capacity.away': ['每天约 {n} 人扑空', 'About {n} turned away a day'],
  'capacity.fewer': ['每天约少 {n} 人扑空', 'About {n} fewer turned away a day'],
  'capacity.interval': ['（九成把握在 {low} 到 {high} 之间）', '(nine times out of ten {low} to {high})'],
  'capacity.short': [
    '要加 {asked} 个，只放得下 {n} 个：其余车棚已到上限，或再加也没有用处。',
    '{asked} were asked for, {n} are placed: the other sheds are at their limit, or more would serve nobody.',
  ],
  'capacity.nowhere': [
    '没有值得加的地方：各车棚已到上限，或没有人扑空。',
    'No place is worth a socket: the sheds are at their limit, or nobody is turned away.',
  ],
  'capacity.guessed': [
    '有些订单不知道车何时取走，推测的取车时间太早，挪车的好处因此不可信。',
    'For some orders it is guessed when the bike left, and guessed too early: what moving bikes is worth is not to be trusted.',
  ],
  'capacity.table': ['方案', 'The plan'],
  'capacity.has': ['现有', 'Now'],
  'capacity.added': ['加', 'Add'],
  'capacity.then': ['加后', 'Then'],
  'capacity.most': ['上限', 'Limit'],
  'capacity.full': ['{n}（已满）', '{n} (reached)'],
  'capacity.limits': [
    '上限：一处集中充电的车不超过 20 辆，按每辆 250 W 计也不超过车棚的供电功率。',
    'Limit: at most 20 bikes together, and no more than the supply of the shed carries at 250 W a bike.',
  ],
  'capacity.how': [
    '推演里扑空的人当晚不再来。加插座和挪车的好处不能相加。',
    'In these evenings, people who find nothing do not come again. What sockets and moving are worth does not add up.',
  ],
} as const satisfies Catalogue;
