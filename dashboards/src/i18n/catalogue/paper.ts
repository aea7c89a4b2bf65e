import type { Catalogue } from '../speak';

/** Words of what staff print and hang up; the papers themselves are written by the server. */
export const paper = {
  'paper.sheet': ['打印车棚张贴页', 'Sheet to print'],
  'paper.labels': ['打印插座标签', 'Socket labels to print'],
  'paper.sheets': ['全部车棚张贴页', 'Sheets of all sheds'],
  'paper.notice': ['电梯厅一周公告', 'Notice for the lift lobby'],
  'paper.no.address': [
    '张贴页上的二维码要用本站网址，服务器还没有设置。请管理员设置 SHEDWATCH_PUBLIC_URL 后再打印。',
    'The code on a sheet leads to this site, whose address is not set yet. Ask the administrator to set SHEDWATCH_PUBLIC_URL.',
  ],
  'paper.label': ['打印张贴（PDF）', 'To print (PDF)'],
} as const satisfies Catalogue;
