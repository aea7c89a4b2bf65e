import type { Catalogue } from '../speak';

/** Words of the page on what a measure changed. */
export const effect = {
  'effect.title': ['措施前后', 'Before and after'],
  'effect.what': [
    '涨价或降价、贴通知、加插座、提醒挪车之后，真的变了吗？把采取措施的车棚和不受影响的车棚放在一起，比较前后几周。结果是估计值，带区间。',
    'After a new price, a notice, more sockets or reminders to move: did anything change? The sheds of the measure are compared with sheds that it cannot reach, weeks before and after. The outcome is an estimate with its interval.',
  ],
  'effect.measure': ['措施', 'Measure'],
  'effect.measure.price': ['调整价格', 'Price'],
  'effect.measure.notice': ['张贴通知', 'Notice'],
  'effect.measure.sockets': ['增加插座', 'New sockets'],
  'effect.measure.moved': ['提醒挪车', 'Reminders to move bikes'],
  'effect.measure.other': ['其他措施', 'Another measure'],
  'effect.date': ['从哪天起', 'First day'],
  'effect.weeks': ['前后各几周', 'Weeks on each side'],
  'effect.of': ['比较什么', 'What is counted'],
  'effect.of.sessions': ['充电次数', 'Sessions'],
  'effect.of.turned-away': ['扑空（估计）', 'Turned away (estimate)'],
  'effect.sheds': ['在哪些车棚', 'At which sheds'],
  'effect.sheds.none': ['请至少选一个车棚。', 'Choose at least one shed.'],
  'effect.go': ['比较', 'Compare'],
  'effect.working': ['正在比较。', 'Comparing.'],
  'effect.answer': ['比较结果', 'Outcome'],
  'effect.refused': [
    '这几周还没有可比的数据（数据到昨天为止，每天凌晨更新），或者链接里的车棚、日期有误。',
    'There is nothing to compare of these weeks yet (figures reach to yesterday and are renewed each night), or the link names a shed or a day that does not exist.',
  ],
  'effect.heading': ['{what}：{sheds}，{date}起', '{what}: {sheds}, from {date}'],
  'effect.print': ['打印', 'Print'],
  'effect.change.sessions': [
    '充电次数比对照车棚变化（估计）',
    'Change of sessions against the other sheds (estimate)',
  ],
  'effect.change.turned-away': [
    '扑空人数比对照车棚变化（估计）',
    'Change of the turned away against the other sheds (estimate)',
  ],
  'effect.interval': [
    '（20 次里有 19 次在 {low} 到 {high} 之间）',
    '(19 times in 20 between {low} and {high})',
  ],
  'effect.verdict.fewer': ['看得出减少。', 'A decrease was found.'],
  'effect.verdict.more': ['看得出增加。', 'An increase was found.'],
  'effect.verdict.open': ['看不出变化。', 'No change was found.'],
  'effect.verdict.none': ['还不能下结论。', 'Nothing can be said yet.'],
  'effect.means.fewer': [
    '整个区间都低于 0，光凭偶然很少这样。',
    'The whole interval is below nothing; chance alone seldom does that.',
  ],
  'effect.means.more': [
    '整个区间都高于 0，光凭偶然很少这样。',
    'The whole interval is above nothing; chance alone seldom does that.',
  ],
  'effect.means.open': [
    '区间里有 0：从 {low} 到 {high} 都有可能。这不等于没有作用，只是这几周还分不清是作用还是偶然。',
    'Nothing is inside the interval: anything from {low} to {high} is possible. That does not say that the measure did nothing, only that these weeks cannot tell it from chance.',
  ],
  'effect.placebo': [
    '把 {of} 个对照车棚逐个当作采取了措施来算，有 {n} 个变化也这么大。',
    'Each of the {of} other sheds, compared as if it had been treated: {n} show as large a change.',
  ],
  'effect.placebo.some': ['请慎重对待这个结果。', 'Think twice about this outcome.'],
  'effect.missing.too-few-weeks': [
    '前后各要有 3 个完整的周；现在前面 {before} 周、后面 {after} 周。过些日子再看。',
    'It needs 3 whole weeks on each side; there are {before} before and {after} after. Look again later.',
  ],
  'effect.missing.too-few-controls': [
    '至少要有 2 个不受影响、人流相近的对照车棚；现在 {controls} 个。少选几个车棚，或换一段时间。',
    'It needs 2 other sheds out of reach with about as many people; there are {controls}. Choose fewer sheds or another time.',
  ],
  'effect.missing.too-few-counts': [
    '采取措施之前每周要有 10 次以上；现在约 {n} 次。数目太小，任何变化都看不出来。',
    'It needs 10 a week before the measure; there were about {n}. In so few, any change drowns.',
  ],
  'effect.missing.other': ['服务器没有给出数字。', 'The server gave no number.'],
  'effect.controls': ['对照车棚', 'Compared with'],
  'effect.controls.none': ['没有', 'none'],
  'effect.controls.how': [
    '对照车棚：没有哪栋楼同时够得着它和采取措施的车棚，此前每天的数目在三分之一到三倍之间，十天里至少九天有数据。',
    'Sheds that no building has in reach together with one of the measure, that counted between a third of and three times as much a day before, and were seen on nine of ten days.',
  ],
  'effect.limits': [
    '同一时间、同一地点发生的别的事，和措施分不开。',
    'Something else at the same place and time cannot be told from the measure.',
  ],
  'effect.limits.sessions': [
    '天天满位的车棚，充电次数变得比需求少，因为扑空的人没有充电记录；那时请比较“扑空”。',
    'At a shed that is full every evening, sessions change less than the demand, because the turned away leave no session; then compare the turned away.',
  ],
  'effect.limits.turned-away': [
    '扑空是估计值：谁会来变了，看得见得晚、显得小；满位时间变了，马上看得见。',
    'The turned away are an estimate: a change in who comes is seen late and too small, a change in how long sheds are full is seen at once.',
  ],
  'effect.from': [
    '估计，依据 {from} 至 {to} 的数据；有车棚失联超过一小时的日子，两边都不算。',
    'An estimate from {from} to {to}; days on which a shed was not seen for more than an hour count on neither side.',
  ],
  'effect.link': [
    '本页网址就是这个问题，可以转发给同事。',
    'The address of this page holds the question: it can be sent on.',
  ],
  'effect.mark.shed': ['措施', 'here'],
  'effect.mark.control': ['对照', 'other'],
  'effect.mark.sheds': ['采取措施的车棚', 'Sheds of the measure'],
  'effect.mark.controls': ['对照车棚', 'Other sheds'],
  'effect.chart': ['逐周比较', 'Week by week'],
  'effect.chart.how': [
    '100 % 是各自采取措施之前的平均。两条线一起动，是天气、节假日；只有一条动，才像是措施。',
    '100 % is what each had before. Where both lines move, it is weather or holidays; where one moves alone, it may be the measure.',
  ],
  'effect.chart.sum': [
    '措施之后：采取措施的车棚为此前的 {sheds}，对照车棚为 {controls}。',
    'After the measure: its sheds at {sheds} of before, the other sheds at {controls}.',
  ],
  'effect.chart.nothing': ['没有数据', 'no data'],
  'effect.before': ['之前', 'before'],
  'effect.after': ['之后', 'after'],
  'effect.table': ['逐周数字', 'Figures week by week'],
  'effect.week': ['从哪天起的一周', 'Week from'],
  'effect.days': ['算几天', 'Days that count'],
  'effect.aday.sheds': ['措施车棚每天', 'Measure, a day'],
  'effect.aday.controls': ['对照车棚每天', 'Others, a day'],
} as const satisfies Catalogue;
