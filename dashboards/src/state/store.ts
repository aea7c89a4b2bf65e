/** A reducer with listeners that are told at most once per animation frame, however much arrives. */
export interface Store<S, E> {
  readonly get: () => S;
  readonly send: (event: E) => void;
  readonly listen: (listener: () => void) => () => void;
}

export function frameStore<S, E>(
  initial: S,
  fold: (state: S, event: E) => S,
  nextFrame: (draw: () => void) => void = draw => void requestAnimationFrame(draw),
): Store<S, E> {
  let state = initial;
  let asked = false;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    send(event) {
      const next = fold(state, event);
      if (next === state) return;
      state = next;
      if (asked) return;
      asked = true;
      nextFrame(() => {
        asked = false;
        for (const listener of listeners) listener();
      });
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
