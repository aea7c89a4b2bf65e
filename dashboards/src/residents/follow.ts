import { foldFree, NOTHING_FREE, type Free, type FreeEvent } from '../state/free';
import { serverNow } from '../state/clock';
import { frameStore } from '../state/store';
import { ask } from '../wire/api';
import { paths } from '../wire/paths';
import { sheds } from '../wire/sheds';

/** A look every 20 s costs a phone less than an open connection, and is fresh enough to walk by. */
const AGAIN_MILLIS = 20_000;

export const free = frameStore<Free, FreeEvent>(NOTHING_FREE, foldFree);
export const serverTime = () => serverNow(free.get().clock, performance.now());
export const tick = () => free.send({ type: 'tick', mark: performance.now() });

/** Asks again and again while the page is looked at; a page that comes back to the front asks at once. */
export function followSheds(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async () => {
    clearTimeout(timer);
    if (!document.hidden) {
      const answer = await ask(sheds, paths.sheds);
      free.send({ type: 'answer', answer, mark: performance.now() });
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
