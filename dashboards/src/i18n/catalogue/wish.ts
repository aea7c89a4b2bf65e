import type { Catalogue } from '../speak';

/** Words of those who asked to be told: a free socket nearby, a full bike. Fetched with those parts. */
export const wish = {
  'near.what': [
    '附近车棚都满了？有插座空出来时，本页会响铃、振动叫您。先到先得，不用留名字。',
    'All full nearby? The page rings when a socket becomes free. Whoever asked first is called first; no name needed.',
  ],
  'near.what.shed': [
    '{name}满了？有插座空出来时，本页会响铃、振动叫您。先到先得，不用留名字。',
    '{name} full? The page rings when a socket becomes free. Whoever asked first is called first; no name needed.',
  ],
  'near.where': ['请先在上面选好您家楼栋。', 'Choose your building above first.'],
  'near.ask': ['有空位时叫我', 'Call me when one is free'],
  'near.again': ['再叫我一次', 'Call me again'],
  'near.note': [
    '请不要关闭本页；关闭或锁屏后可能叫不到您。',
    'Keep this page open. Closed or locked, it may not reach you.',
  ],
  'near.many': [
    '现在登记的人太多了，请过一会儿再试。',
    'Too many have asked just now. Try again in a while.',
  ],
  'near.waiting': ['您排在第 {n} 位，最晚等到 {time}。', 'You are number {n} in the line, until {time}.'],
  'near.sheds': ['留意的车棚：{names}', 'Sheds that are watched: {names}'],
  'near.comma': ['、', ', '],
  'near.stop': ['不等了', 'Stop waiting'],
  'near.place': ['{name} {n} 号插座', 'Socket {n} of {name}'],
  'near.ring': ['{place}空出来了', '{place} is free'],
  'near.offered': [
    '{place}空出来了，请尽快去。{time} 前不会再叫别人。',
    '{place} is free: go there now. Nobody else is called before {time}.',
  ],
  'near.pass': ['不用了，叫下一位', 'Not for me: call the next'],
  'near.taken': [
    '刚才的插座已有车在充。如果不是您的，可以再等一次。',
    'A bike is plugged in there now. If it is not yours, wait again.',
  ],
  'near.lapsed': ['时间到了，空位已叫下一位。', 'Time is up; the socket went to the next.'],
  'near.expired': [
    '等了很久还是没有空位，可以再等一次。',
    'None was free for all that time. You can wait again.',
  ],
  'near.gone': ['上次的等候已经结束。', 'Your earlier wish has ended.'],
  'push.ask': ['页面关了也通知我', 'Tell me even when this page is closed'],
  'push.on': ['页面关了也会通知您。', 'You are told even when this page is closed.'],
  'push.denied': [
    '没有得到通知权限。请在浏览器设置里允许本站通知，或保持本页打开。',
    'Notifications are not allowed. Allow them for this site in the browser, or keep this page open.',
  ],
  'push.failed': [
    '这个浏览器的通知服务连不上，请保持本页打开。',
    "This browser's notification service cannot be reached. Keep this page open.",
  ],
  'charge.tell.off': ['会提醒您（点一下取消）', 'You will be told (tap to cancel)'],
  'charge.move': [
    '车已充满，有邻居在等空位，请挪一下车',
    'Your bike is full and a neighbour waits. Please move it',
  ],
  'charge.night': [
    '已充满。夜里（{from}:00–{to}:00）不响铃，早上再提醒您挪车。',
    'Full. Nobody rings at night ({from}:00 to {to}:00); you will be told in the morning.',
  ],
} as const satisfies Catalogue;
