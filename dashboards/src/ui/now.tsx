import { useEffect, useState } from 'preact/hooks';
import { age, full, length } from '../i18n/format';
import { say } from '../i18n/words';

/** The server's time now, epoch milliseconds; 0 while unknown. The page's main hands it in. */
let serverTime: () => number = () => 0;
const watchers = new Set<() => void>();

/** Starts the page's one ticker: a second a tick, for all ages on the page together. */
export function startTicker(now: () => number, everySecond: () => void): void {
  serverTime = now;
  setInterval(() => {
    everySecond();
    for (const watcher of watchers) watcher();
  }, 1_000);
}

export function now(): number {
  return serverTime();
}

/** A value of the server's time, computed again each second; draws again only when it changed. */
export function useNow<T extends string | number | boolean>(compute: (now: number) => T): T {
  const [, redraw] = useState(0);
  const value = compute(serverTime());
  useEffect(() => {
    let shown = value;
    const watcher = () => {
      const next = compute(serverTime());
      if (next !== shown) {
        shown = next;
        redraw(n => n + 1);
      }
    };
    watchers.add(watcher);
    return () => void watchers.delete(watcher);
  });
  return value;
}

/** How long ago, with the absolute time as title and for machines. */
export function Age({ at }: { at: number | undefined }) {
  const words = useNow(time => (at === undefined || time === 0 ? '' : age(Math.max(0, time - at))));
  if (at === undefined) return <span class="age">{say('age.never')}</span>;
  return (
    <time class="age" dateTime={new Date(at).toISOString()} title={full(at)}>
      {words}
    </time>
  );
}

/** For how long already. */
export function Since({ at }: { at: number }) {
  const words = useNow(time => (time === 0 ? '' : length(Math.max(0, time - at))));
  return (
    <time class="age" dateTime={new Date(at).toISOString()} title={full(at)}>
      {words}
    </time>
  );
}
