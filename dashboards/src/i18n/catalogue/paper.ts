import type { Catalogue } from '../speak';

/** Words of what staff print and hang up; the papers themselves are written by the server. */
export const paper = {
  'paper.sheet': ['打印车棚张贴页', 'Sheet to print'],
  'paper.sheets': ['全部车棚张贴页', 'Sheets of all sheds'],
  'paper.notice': ['电梯厅一周公告', 'Notice for the lift lobby'],
  'paper.label': ['打印张贴（PDF）', 'To print (PDF)'],
} as const satisfies Catalogue;
