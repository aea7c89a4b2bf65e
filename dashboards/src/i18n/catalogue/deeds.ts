import type { Catalogue } from '../speak';

/** What staff do about alerts besides acknowledging them. */
export const deeds = {
  'alerts.flapping': ['反复出现，不再逐次通知', 'comes again and again: no further notices'],
  'alerts.escalated': ['无人确认，已升级', 'escalated: nobody acknowledged'],
  'alerts.assign': ['指派', 'Assign'],
  'alerts.assign.what': ['指派告警：{what}', 'Assign: {what}'],
  'alerts.assign.to': ['交给谁（留空为不指派）', 'To whom (empty: nobody)'],
  'alerts.shelve': ['搁置', 'Shelve'],
  'alerts.shelve.what': ['搁置告警：{what}', 'Shelve: {what}'],
  'alerts.shelve.effect': [
    '搁置期间不再通知、不再升级；到时自动恢复。',
    'No notices and no escalation until then; it comes back by itself.',
  ],
  'alerts.shelve.for': ['搁置多久', 'For how long'],
  'alerts.shelve.why': ['理由', 'Reason'],
  'alerts.more': ['再显示 {n} 条', 'Show {n} more'],
  'alerts.unshelve': ['取消搁置', 'Take back'],
  'alerts.unshelve.what': ['取消搁置：{what}', 'Take back: {what}'],
} as const satisfies Catalogue;
