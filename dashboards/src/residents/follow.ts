import { setTimezone } from '../i18n/format';
import { foldFree, NOTHING_FREE, type Free, type FreeEvent } from '../state/free';
import { serverNow } from '../state/clock';
import { frameStore } from '../state/store';
import { ask } from '../wire/api';
import { paths } from '../wire/paths';
import { site, type Site } from '../wire/people';
import { Problem, type Shape } from '../wire/shape';
import { sheds } from '../wire/sheds';
import { keepSheds, keepSite, lastSheds, lastSite } from './kept';

/** A look every 20 s costs a phone less than an open connection, and is fresh enough to walk by. */
const AGAIN_MILLIS = 20_000;

export const free = frameStore<Free, FreeEvent>(NOTHING_FREE, foldFree);
export const serverTime = () => serverNow(free.get().clock, performance.now());
export const tick = () => free.send({ type: 'tick', mark: performance.now() });

/** The site's plan: the one of an earlier visit until the server gives today's. */
export const place = frameStore<Site | undefined, Site>(lastSite(), (_before, now) => now);

/** A shape that hands good answers on as they came, to be kept. */
function keeping<T>(shape: Shape<T>, keep: (raw: string) => void): Shape<T> {
  return (value, at) => {
    const read = shape(value, at);
    if (!(read instanceof Problem)) keep(JSON.stringify(value));
    return read;
  };
}

const keptAnswer = keeping(sheds, raw => keepSheds(raw, Date.now()));
const keptPlace = keeping(site, keepSite);

async function lookAtPlace(): Promise<void> {
  const answer = await ask(keptPlace, paths.site);
  if (!answer.ok) return;
  setTimezone(answer.value.timezone);
  place.send(answer.value);
}

/** Asks again and again while the page is looked at; a page that comes back to the front asks at once. */
export function followSheds(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let placed = false;
  const known = place.get();
  if (known) setTimezone(known.timezone);
  const last = lastSheds(performance.now(), Date.now());
  if (last) free.send({ type: 'kept', ...last });
  const look = async () => {
    clearTimeout(timer);
    if (!document.hidden) {
      const answer = await ask(keptAnswer, paths.sheds);
      free.send({ type: 'answer', answer, mark: performance.now() });
      if (answer.ok && !placed) {
        placed = true;
        void lookAtPlace();
      }
    }
    clearTimeout(timer);
    timer = setTimeout(() => void look(), AGAIN_MILLIS);
  };
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void look();
  });
  addEventListener('online', () => void look());
  void look();
}
