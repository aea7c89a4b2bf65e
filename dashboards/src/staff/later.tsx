import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Note } from '../ui/note';
import { say } from './words';

/** A view whose code is fetched when it is first opened: the board's first view does not wait for it. */
export function Later({ load }: { load: () => Promise<ComponentType> }) {
  const [View, setView] = useState<ComponentType | undefined>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    load().then(
      view => gone || setView(() => view),
      () => gone || setFailed(true),
    );
    return () => {
      gone = true;
    };
  }, [load]);
  if (View) return <View />;
  return (
    <main id="content" class="waiting" tabIndex={-1}>
      {failed ? <Note tone="bad">{say('later.failed')}</Note> : <p class="quiet">{say('loading')}</p>}
    </main>
  );
}
