import { useEffect, useState } from 'preact/hooks';
import type { Store } from '../state/store';

/** Part of a store's state; draws again only when that part is another object. */
export function useStore<S, E, T>(store: Store<S, E>, select: (state: S) => T): T {
  const [, redraw] = useState(0);
  const value = select(store.get());
  useEffect(() => {
    let shown = value;
    const look = () => {
      const next = select(store.get());
      if (!Object.is(next, shown)) {
        shown = next;
        redraw(n => n + 1);
      }
    };
    look();
    return store.listen(look);
  });
  return value;
}
