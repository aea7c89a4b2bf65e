import { useEffect, useState } from 'preact/hooks';
import { say, sayTrouble } from '../i18n/words';
import { ask, type Asking, type Trouble } from '../wire/api';
import type { Shape } from '../wire/shape';
import { Note } from './note';

/** One answer of the server that a section shows, and how to ask for it again. */
export interface Asked<T> {
  /** The newest answer; it stays while the next one is on its way or failed. */
  readonly value: T | undefined;
  readonly failure: Trouble | undefined;
  readonly again: () => void;
}

/** Asks now, and whenever the path changes or `again` is called. */
export function useAnswer<T>(shape: Shape<T>, path: string, asking?: Asking): Asked<T> {
  const [value, setValue] = useState<T | undefined>();
  const [failure, setFailure] = useState<Trouble | undefined>();
  const [time, setTime] = useState(0);
  useEffect(() => {
    let gone = false;
    void ask(shape, path, asking).then(answer => {
      if (gone) return;
      setFailure(answer.ok ? undefined : answer.trouble);
      if (answer.ok) setValue(answer.value);
    });
    return () => {
      gone = true;
    };
  }, [path, time]);
  return { value, failure, again: () => setTime(before => before + 1) };
}

const LOOK_AGAIN_MILLIS = 60_000;

/**
 * Looks again each minute, and at once when the page comes into view: for what others change and no event tells of. A
 * page that nobody sees asks nothing.
 */
export function useRenewed(...asked: readonly Asked<unknown>[]): void {
  useEffect(() => {
    const look = () => {
      if (!document.hidden) for (const each of asked) each.again();
    };
    const timer = setInterval(look, LOOK_AGAIN_MILLIS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
}

/** What stands in place of an answer that is not there, or above one that could not be renewed. */
export function Unanswered({ asked }: { asked: Asked<unknown> }) {
  if (asked.failure) return <Note tone="bad">{sayTrouble(asked.failure)}</Note>;
  return asked.value === undefined ? <p class="empty quiet">{say('loading')}</p> : null;
}
