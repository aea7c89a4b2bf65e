import type { Site } from '../wire/people';
import type { Name } from '../wire/sheds';
import type { Trouble } from '../wire/api';
import { common } from './catalogue/common';
import { language, speaker } from './speak';

export const say = speaker(common);

export function nameOf(name: Name): string {
  return language() === 'en' ? name.en : name.zh;
}

/** Its name on the site's plan; its id while that is not known. */
export function buildingName(site: Site | undefined, id: string): string {
  const building = site?.buildings.find(each => each.building === id);
  return building?.name ? nameOf(building.name) : id;
}

/** A sentence for what went wrong; the server's own detail is added where it gave one. */
export function sayTrouble(trouble: Trouble): string {
  if (trouble.kind === 'unreachable') return say('trouble.unreachable');
  if (trouble.kind === 'unreadable') return say('trouble.unreadable');
  if (trouble.status === 401) return say('trouble.login');
  if (trouble.status === 403) return say('trouble.forbidden');
  if (trouble.status === 429) return say('trouble.throttled');
  const sentence = say('trouble.refused', { status: trouble.status });
  return trouble.detail ? `${sentence} ${trouble.detail}` : sentence;
}
