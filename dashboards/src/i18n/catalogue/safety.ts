import type { Catalogue } from '../speak';

/** Words of the safety officers' page. */
export const safety = {
  'page.title': ['事件记录 · 车棚守望', 'Incident log · ShedWatch'],
  'login.intro': ['安全管理人员请登录。', 'For safety officers.'],
  sections: ['栏目', 'Sections'],
  'section.incidents': ['事件', 'Incidents'],
  'section.notices': ['通知', 'Notices'],
  'section.drills': ['演练', 'Drills'],
  'nav.board': ['实时看板', 'Live board'],
  'who.edge': ['车棚设备', 'shed agent'],
  'who.server': ['服务器', 'server'],
  'event.opened': ['立案', 'Opened'],
  'event.joined': ['并入告警', 'Alert joined'],
  'event.notified': ['已通知', 'Notified'],
  'event.acknowledged': ['已确认', 'Acknowledged'],
  'event.assigned': ['已指派', 'Assigned'],
  'event.commented': ['备注', 'Comment'],
  'event.photographed': ['照片', 'Photo'],
  'event.erased': ['照片已删除', 'Photo erased'],
  'event.evidence': ['证据已封存', 'Evidence frozen'],
  'event.cleared': ['已恢复', 'Cleared'],
  'event.resolved': ['已解决', 'Resolved'],
  'event.closed': ['已关闭', 'Closed'],
  'event.reopened': ['重新打开', 'Reopened'],
} as const satisfies Catalogue;
