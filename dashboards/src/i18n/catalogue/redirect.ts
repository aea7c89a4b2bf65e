import type { Catalogue } from '../speak';

/** Where staff send somebody who stands at a full shed. */
export const redirect = {
  'redirect.to': [
    '已满；{shed}有 {free} 个空闲，步行约 {minutes} 分钟',
    'Full; {shed} has {free} free, about {minutes} min walk',
  ],
  'redirect.nowhere': ['已满；没有已知有空闲的车棚', 'Full; no shed is known to have a free socket'],
} as const satisfies Catalogue;
