import type { Catalogue } from '../speak';

/** Words of all pages. */
export const common = {
  product: ['车棚守望', 'ShedWatch'],
  'language.other': ['English', '中文'],
  'language.switch': ['Switch to English', '切换到中文'],
  close: ['关闭', 'Close'],
  cancel: ['取消', 'Cancel'],
  more: ['加载更多', 'Load more'],
  loading: ['正在读取…', 'Loading…'],
  'skip.content': ['跳到主要内容', 'Skip to content'],

  'usage.free': ['空闲', 'Free'],
  'usage.charging': ['充电中', 'Charging'],
  'usage.finished': ['已充满', 'Finished'],
  'usage.tripped': ['已跳闸', 'Tripped'],
  'usage.faulted': ['故障', 'Faulted'],
  'usage.disabled': ['已停用', 'Disabled'],
  'usage.unknown': ['未知', 'Unknown'],
  'usage.unusable': ['不可用', 'Unusable'],

  'shed.online': ['在线', 'Online'],
  'shed.offline': ['已离线', 'Offline'],
  'shed.lost': ['失联', 'Lost'],
  'shed.unknown': ['未知', 'Unknown'],

  'age.now': ['刚刚', 'just now'],
  'age.seconds': ['{n} 秒前', '{n} s ago'],
  'age.minutes': ['{n} 分钟前', '{n} min ago'],
  'age.hours': ['{n} 小时前', '{n} h ago'],
  'age.days': ['{n} 天前', '{n} d ago'],
  'age.never': ['从未', 'never'],
  'length.seconds': ['{n} 秒', '{n} s'],
  'length.minutes': ['{n} 分钟', '{n} min'],
  'length.hours': ['{h} 小时 {m} 分', '{h} h {m} min'],
  'length.hours.whole': ['{h} 小时', '{h} h'],
  'length.days': ['{d} 天 {h} 小时', '{d} d {h} h'],
  'length.days.whole': ['{d} 天', '{d} d'],

  'severity.critical': ['紧急', 'Critical'],
  'severity.major': ['重要', 'Major'],
  'severity.minor': ['一般', 'Minor'],

  'trouble.unreachable': ['连不上服务器，请检查网络。', 'The server cannot be reached. Check the network.'],
  'trouble.unreadable': [
    '服务器的回答无法识别，请刷新页面；如仍出现，请联系管理员。',
    'The answer of the server cannot be read. Reload the page; if it stays, tell the administrator.',
  ],
  'trouble.refused': ['服务器拒绝了请求（{status}）。', 'The server refused ({status}).'],
  'trouble.forbidden': ['您的账号没有此权限。', 'Your account may not do this.'],
  'trouble.throttled': ['尝试次数过多，请稍后再试。', 'Too many attempts. Please wait a little.'],
  'trouble.login': ['登录已失效，请重新登录。', 'Your login has ended. Please log in again.'],

  'login.title': ['登录', 'Log in'],
  'login.user': ['用户名', 'User name'],
  'login.password': ['密码', 'Password'],
  'login.submit': ['登录', 'Log in'],
  'login.wrong': ['用户名或密码不正确。', 'User name or password is wrong.'],
  'login.out': ['退出登录', 'Log out'],

  'link.connecting': ['正在连接…', 'Connecting…'],
  'link.live': ['实时', 'Live'],
  'link.lost': ['连接中断，正在重连…', 'Connection lost, reconnecting…'],
  'stale.spoken': ['数据已中断，页面上的数字是旧的。', 'No data comes in. The numbers on this page are old.'],
  'stale.banner': [
    '已 {age}没有收到任何数据。下面的数字是旧的，不代表现在。',
    'Nothing heard for {age}. The numbers below are old and do not show the present.',
  ],
} as const satisfies Catalogue;
