import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { say, sayTrouble } from '../i18n/words';
import { ask, type Trouble } from '../wire/api';
import type { Shape } from '../wire/shape';
import { Note } from './note';

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

/** A list that grows by its cursor. */
export interface Pages<T> {
  readonly items: readonly T[];
  readonly state: 'loading' | 'shown' | 'failed';
  readonly failure: Trouble | undefined;
  readonly more: (() => void) | undefined;
}

/** Reads the first page now, and again whenever `about` changes. */
export function usePages<T>(
  shape: Shape<Page<T>>,
  pathOf: (cursor: string | undefined) => string,
  about: string,
): Pages<T> {
  const [items, setItems] = useState<readonly T[]>([]);
  const [next, setNext] = useState<string | undefined>();
  const [state, setState] = useState<Pages<T>['state']>('loading');
  const [failure, setFailure] = useState<Trouble | undefined>();

  async function read(cursor: string | undefined, wanted: () => boolean): Promise<void> {
    setState('loading');
    const answer = await ask(shape, pathOf(cursor));
    if (!wanted()) return;
    if (!answer.ok) {
      setFailure(answer.trouble);
      setState('failed');
      return;
    }
    setItems(before => (cursor ? [...before, ...answer.value.items] : answer.value.items));
    setNext(answer.value.next);
    setState('shown');
  }

  useEffect(() => {
    let gone = false;
    void read(undefined, () => !gone);
    return () => {
      gone = true;
    };
  }, [about]);

  const more = next !== undefined && state !== 'loading' ? () => void read(next, () => true) : undefined;
  return { items, state, failure, more };
}

export function PagedList<T>(props: { pages: Pages<T>; empty: string; children: ComponentChildren }) {
  const { items, state, failure, more } = props.pages;
  return (
    <>
      {items.length > 0 && (
        // A wide table scrolls sideways on a phone; the keyboard must reach it even if no cell takes the focus.
        <div class="table-scroll" tabIndex={0}>
          {props.children}
        </div>
      )}
      {state === 'shown' && items.length === 0 && <p class="empty quiet">{props.empty}</p>}
      {state === 'loading' && <p class="empty quiet">{say('loading')}</p>}
      {state === 'failed' && failure && <Note tone="bad">{sayTrouble(failure)}</Note>}
      {more && (
        <button type="button" class="more" onClick={more}>
          {say('more')}
        </button>
      )}
    </>
  );
}
