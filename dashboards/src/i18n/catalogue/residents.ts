import type { Catalogue } from '../speak';

/** Words of the residents' page. */
export const residents = {
  'page.title': ['空闲充电插座 · 车棚守望', 'Free charging sockets · ShedWatch'],
  heading: ['哪里有空闲插座', 'Where is a free socket'],
  free: ['空闲', 'free'],
  'free.all': ['全小区现有 {n} 个空闲插座', '{n} sockets free in the whole estate'],
  full: ['已满', 'Full'],
  'of.sockets': ['共 {n} 个插座', '{n} sockets'],
  'cannot.say': ['暂时无法得知', 'Cannot say now'],
  maintenance: ['检修中，至 {until}', 'Maintenance until {until}'],
  'heard.label': ['消息更新于 {age}', 'heard {age}'],
  'sentence.free': ['{name}，有 {free} 个空闲插座，共 {n} 个', '{name}: {free} of {n} sockets free'],
  'sentence.full': ['{name}，已满，共 {n} 个插座', '{name}: full, {n} sockets'],
  'sentence.unknown': ['{name}，暂时不知道有没有空位', '{name}: cannot say now whether one is free'],
  safety: [
    '请勿飞线充电，请勿将电池带上楼。',
    'Never charge by an extension lead from a flat, and never take the battery upstairs.',
  ],
} as const satisfies Catalogue;
