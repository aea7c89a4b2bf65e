import type { Catalogue } from '../speak';

/** Words of alerts and incidents, for staff and safety officers. */
export const alarms = {
  'kind.overcurrent': ['过流', 'Overcurrent'],
  'kind.overpower': ['功率超限', 'Overpower'],
  'kind.shed-overload': ['车棚总功率超限', 'Shed overload'],
  'kind.overtemperature': ['温度过高', 'Overtemperature'],
  'kind.residual-current': ['漏电', 'Residual current'],
  'kind.smoke': ['烟雾', 'Smoke'],
  'kind.undervoltage': ['欠压', 'Undervoltage'],
  'kind.overvoltage': ['过压', 'Overvoltage'],
  'kind.relay-welded': ['继电器粘连', 'Relay welded'],
  'kind.fuse-blown': ['熔断器熔断', 'Fuse blown'],
  'kind.meter-frozen': ['电表读数不变', 'Meter frozen'],
  'kind.meter-lost': ['电表失联', 'Meter lost'],
  'kind.other': ['其他报警', 'Other alarm'],

  'rule.hardware': ['硬件报警', 'Hardware alarm'],
  'rule.shed-offline': ['车棚离线', 'Shed offline'],
  'rule.shed-twin': ['车棚设备重复', 'Two agents for one shed'],
  'rule.shared-socket': ['一座多充', 'Several chargers on one socket'],
  'rule.not-a-charger': ['非充电器负载', 'Not a charger'],
  'rule.long-charge': ['充电时间过长', 'Long charge'],
  'rule.idle-occupied': ['充满未移走', 'Full and still occupied'],
  'rule.fly-line-pressure': ['飞线压力', 'Fly-line pressure'],
  'rule.fly-line-reported': ['有人上报飞线', 'Fly-line reported'],
  'rule.command-unconfirmed': ['指令未确认', 'Command unconfirmed'],
  'rule.clock-skew': ['时钟偏差', 'Clock skew'],
  'rule.store-behind': ['数据存储滞后', 'Store behind'],
  'rule.messages-rejected': ['消息被拒收', 'Messages rejected'],
  'rule.lane-stopped': ['数据通道停止', 'Lane stopped'],

  'alert.place.socket': ['{shed} · {socket} 号插座', '{shed} · socket {socket}'],
  'alert.place.site': ['整个小区', 'Whole site'],
  'alert.measured': ['实测 {measured}，限值 {limit}', 'measured {measured}, limit {limit}'],
  'alert.relay': ['已自动断电', 'power was cut automatically'],
  'alert.switch.board': ['请在配电箱断电', 'switch off at the board'],

  'incident.open': ['未处理', 'Open'],
  'incident.acknowledged': ['已确认', 'Acknowledged'],
  'incident.resolved': ['已解决', 'Resolved'],
  'incident.closed': ['已关闭', 'Closed'],
} as const satisfies Catalogue;
