import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Note } from '../ui/note';
import { say } from './words';

/** A part of the page that is fetched when it is first looked at: the first view stays small. */
export function part<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | undefined;
  return function Part(props: P) {
    const [state, setState] = useState<'there' | 'coming' | 'missing'>(loaded ? 'there' : 'coming');
    useEffect(() => {
      if (loaded) return;
      load().then(
        component => {
          loaded = component;
          setState('there');
        },
        () => setState('missing'),
      );
    }, []);
    if (state === 'missing') return <Note tone="bad">{say('part.missing')}</Note>;
    const Inner = loaded;
    return Inner ? <Inner {...props} /> : <p class="quiet">{say('loading')}</p>;
  };
}
