import type { Catalogue } from '../speak';

/** Words of the residents' own matters: my charge, and reporting a fly-line. Fetched with those parts. */
export const mine = {
  'charge.code': ['插座编号', 'Socket code'],
  'charge.hint': [
    '编号印在插座旁，例如 s07-3 表示 7 号车棚 3 号插座。',
    'It is printed beside the socket: s07-3 is shed 7, socket 3.',
  ],
  'charge.look': ['查看', 'Look'],
  'charge.wrong': [
    '编号不对，请看插座旁的标签再输入。',
    'No such code. Read it off the label beside the socket.',
  ],
  'charge.place': ['{name} {n} 号插座', '{name}, socket {n}'],
  'charge.power': ['当前功率', 'Power now'],
  'charge.energy': ['已充电量', 'Energy'],
  'charge.since': ['开始时间', 'Started'],
  'charge.finish': ['预计充满', 'Expected to be full'],
  'charge.finish.range': ['约 {at}（{from}–{to}）', 'about {at} ({from}–{to})'],
  'charge.full.at': ['充满时间', 'Full at'],
  'charge.last': ['上一次充电：', 'The charge before:'],
  'charge.tell': ['充满或中断时提醒我', 'Tell me when it is full or stops'],
  'charge.tell.on': ['会提醒您，请不要关闭本页', 'You will be told. Keep this page open'],
  'charge.tell.note': [
    '提醒靠本页发声、振动和闪动标题，关闭页面或锁屏后可能收不到。',
    'The page rings, vibrates and blinks its title. Closed or locked, it may not.',
  ],
  'charge.done': ['充满了，请及时挪车', 'Your bike is full. Please move it'],
  'charge.stopped': ['充电提前中断：{usage}', 'Charging stopped early: {usage}'],
  'charge.unplugged': ['插座已空，车被拔下了', 'The socket is empty: the bike was unplugged'],
  'charge.silent': [
    '这个车棚暂时没有消息，不知道充得怎样。',
    'This shed is not heard now; nobody knows how it charges.',
  ],

  'report.what': [
    '看到有人从窗户、楼道拉线给电动车充电？不用留名字。',
    'Somebody charges an e-bike by a lead from a window or a stairwell? No name needed.',
  ],
  'report.building': ['哪栋楼', 'Which building'],
  'report.choose': ['请选择', 'Please choose'],
  'report.place': ['具体位置（单元、楼层）', 'Where (stairs, floor)'],
  'report.note': ['补充说明', 'Anything else'],
  'report.photo': [
    '照片（可不传，定位等信息会去掉）',
    'Photo (if you like; place and camera data are removed)',
  ],
  'report.send': ['提交', 'Send'],
  'report.sending': ['正在提交…', 'Sending…'],
  'report.thanks': [
    '收到，谢谢您。查询码 {code}，凭它可看处理结果，请记下。',
    'Thank you. Your code is {code}: note it, with it you read what was done.',
  ],
  'report.fire': ['已经起火或冒烟，请立即拨打 119。', 'Fire or smoke: call 119 at once.'],
  'report.refused.many': [
    '提交太多了，请一小时后再试；紧急情况请直接打物业电话或 119。',
    'Too many reports. Try again in an hour; in an emergency call the property office or 119.',
  ],
  'report.refused.large': [
    '照片太大，请选 5 MB 以下的照片，或不带照片提交。',
    'The photo is too large. Choose one under 5 MB, or send without.',
  ],
  'report.refused.type': [
    '这不是照片，请选 JPEG、PNG 或 WebP 图片。',
    'That is no photo. Choose a JPEG, PNG or WebP picture.',
  ],
  'report.refused.building': ['请先选楼栋。', 'Choose the building first.'],
  'report.read': ['查询处理结果', 'Read what was done'],
  'report.code': ['查询码', 'Code'],
  'report.unknown': [
    '没有这个查询码，请核对 8 位字母和数字。',
    'No such code. Check its 8 letters and digits.',
  ],
  'report.state.open': ['已收到，网格长会去查看。', 'Received. The grid leader will go and look.'],
  'report.state.acknowledged': ['已有人在处理。', 'Somebody is on it.'],
  'report.state.resolved': ['已处理。', 'Settled.'],
  'report.state.closed': ['已处理并结案。', 'Settled and closed.'],
  'report.answer': ['答复：{answer}', 'Answer: {answer}'],
} as const satisfies Catalogue;
