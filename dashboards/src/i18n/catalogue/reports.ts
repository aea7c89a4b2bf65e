import type { Catalogue } from '../speak';

/** Words of the list of fly-lines that residents reported. */
export const reports = {
  'reports.title': ['飞线上报', 'Reported fly-lines'],
  'reports.intro': [
    '居民匿名上报，凭编号查询结果。答复之前，这栋楼的告警不会解除。',
    'Reported without a name; the code reads the answer. The alert of a building lasts until all its reports are answered.',
  ],
  'reports.empty': ['还没有人上报飞线。', 'Nobody has reported a fly-line yet.'],
  'reports.waiting': ['{n} 条待答复', '{n} to answer'],
  'reports.code': ['编号 {code}', 'Code {code}'],
  'reports.photo': ['查看照片', 'See the photo'],
  'reports.photo.of': ['查看 {building} 上报 {code} 的照片', 'See the photo of report {code}, {building}'],
  'reports.incident': ['事件记录', 'Incident'],
  'reports.said': ['已答复：{answer}', 'Answered: {answer}'],
  'reports.answer': ['答复', 'Answer'],
  'reports.answer.again': ['修改答复', 'Change the answer'],
  'reports.answer.what': ['答复 {building} 的上报 {code}', 'Answer report {code}, {building}'],
  'reports.answer.words': ['告诉上报人做了什么', 'Tell the reporter what was done'],
  'reports.answer.hint': [
    '例如：已上门劝导并收回电线，谢谢您。',
    'For example: we called at the flat and the wire is gone. Thank you.',
  ],
  'reports.answer.public': [
    '凭编号即可看到这段话，请不要写姓名和门牌号。',
    'Whoever has the code reads this. Write no name and no flat number.',
  ],
} as const satisfies Catalogue;
