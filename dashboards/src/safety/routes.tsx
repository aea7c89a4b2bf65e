import { useState } from 'preact/hooks';
import { sayTrouble } from '../i18n/words';
import { Unanswered, useAnswer } from '../ui/answer';
import { FormDialog } from '../ui/form';
import { Note } from '../ui/note';
import { ask, nothing, send } from '../wire/api';
import { notice, noticeRoutes, type Notice, type NoticeRoute } from '../wire/notices';
import { paths } from '../wire/paths';
import type { Site } from '../wire/people';
import { gridName, say, sayCourier } from './notice-words';
import { RouteForm } from './route-form';
import { sayKind } from './words';

/** Where notices go; an empty list is said as loudly as it is dangerous. */
export function RouteList({ site }: { site: Site | undefined }) {
  const asked = useAnswer(noticeRoutes, paths.noticeRoutes);
  const [editing, setEditing] = useState<NoticeRoute | 'new' | undefined>();
  const [removing, setRemoving] = useState<NoticeRoute | undefined>();
  const routes = asked.value?.items;
  return (
    <section class="card" aria-labelledby="routes-title">
      <header class="card-head">
        <h1 id="routes-title">{say('routes.title')}</h1>
        <p class="quiet">{say('routes.intro')}</p>
        <button type="button" class="head-end" onClick={() => setEditing('new')}>
          {say('routes.add')}
        </button>
      </header>
      <Unanswered asked={asked} />
      {routes?.length === 0 && (
        <div class="card-body">
          <Note tone="bad">{say('routes.empty')}</Note>
        </div>
      )}
      <ul class="lines">
        {routes?.map(each => (
          <RouteLine
            key={each.route}
            route={each}
            site={site}
            onEdit={() => setEditing(each)}
            onRemove={() => setRemoving(each)}
          />
        ))}
      </ul>
      {editing && (
        <RouteForm
          route={editing === 'new' ? undefined : editing}
          site={site}
          onClose={() => setEditing(undefined)}
          onDone={asked.again}
        />
      )}
      {removing && (
        <FormDialog
          title={say('routes.remove.title', { name: removing.name })}
          submit={say('routes.remove')}
          danger
          onClose={() => setRemoving(undefined)}
          onDone={asked.again}
          send={() => send(nothing, 'DELETE', paths.noticeRoute(removing.route))}
        >
          <p>{say('routes.remove.effect')}</p>
        </FormDialog>
      )}
    </section>
  );
}

interface LineProps {
  route: NoticeRoute;
  site: Site | undefined;
  onEdit: () => void;
  onRemove: () => void;
}

function RouteLine({ route, site, onEdit, onRemove }: LineProps) {
  return (
    <li class={route.enabled ? 'route' : 'route off'}>
      <div class="route-what">
        <h2>
          {route.name} {!route.enabled && <span class="tag">{say('routes.off')}</span>}
        </h2>
        <p class="quiet">
          {sayCourier(route.courier)} · <span class="code">{route.address}</span>
        </p>
        <ul class="facts">
          {factsOf(route, site).map(each => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </div>
      <div class="route-actions">
        <TestButton route={route} />
        <button type="button" aria-label={say('routes.edit.what', { name: route.name })} onClick={onEdit}>
          {say('routes.edit')}
        </button>
        <button
          type="button"
          class="quiet-button"
          aria-label={say('routes.remove.what', { name: route.name })}
          onClick={onRemove}
        >
          {say('routes.remove')}
        </button>
      </div>
    </li>
  );
}

function factsOf(route: NoticeRoute, site: Site | undefined): string[] {
  const always = route.from === route.to;
  const rules = route.rules.map(sayKind).join(' ');
  const grids = route.grids.map(each => gridName(site, each)).join(' ');
  return [
    say(`routes.least.${route.least}`),
    route.audience === 'address' ? '' : say('routes.to', { who: say(`audience.${route.audience}`) }),
    always ? say('routes.always') : say('routes.hours', { from: route.from, to: route.to }),
    always ? '' : say(`routes.${route.outside}`),
    route.afterMinutes > 0 ? say('routes.after', { n: route.afterMinutes }) : '',
    rules ? say('routes.rules', { rules }) : '',
    grids ? say('routes.grids', { grids }) : '',
    route.digest ? say('routes.digest') : '',
    route.hasSecret ? say('routes.signed') : '',
  ].filter(Boolean);
}

const LOOK_MILLIS = 500;
/** A receiver that hangs is given up by the server after some seconds; then the list of messages has the outcome. */
const MOST_LOOKS = 40;

/** Sends a test message and stays until it is known how it went. */
function TestButton({ route }: { route: NoticeRoute }) {
  const [said, setSaid] = useState<{ words: string; bad: boolean } | undefined>();
  const [busy, setBusy] = useState(false);

  async function test(): Promise<void> {
    setBusy(true);
    setSaid({ words: say('routes.test.going'), bad: false });
    const begun = await send(notice, 'POST', paths.testNoticeRoute(route.route));
    setSaid(begun.ok ? outcomeOf(await ended(begun.value)) : { words: sayTrouble(begun.trouble), bad: true });
    setBusy(false);
  }

  return (
    <>
      <button
        type="button"
        disabled={busy}
        aria-label={say('routes.test.what', { name: route.name })}
        onClick={() => void test()}
      >
        {say('routes.test')}
      </button>
      {said && (
        <div class="route-said">
          <Note tone={said.bad ? 'bad' : 'calm'}>{said.words}</Note>
        </div>
      )}
    </>
  );
}

async function ended(begun: Notice): Promise<Notice> {
  let newest = begun;
  for (let look = 0; look < MOST_LOOKS && newest.state !== 'sent' && newest.state !== 'failed'; look++) {
    await new Promise(resolve => setTimeout(resolve, LOOK_MILLIS));
    const answer = await ask(notice, paths.notice(begun.notice));
    if (answer.ok) newest = answer.value;
  }
  return newest;
}

function outcomeOf(last: Notice): { words: string; bad: boolean } {
  if (last.state === 'sent') return { words: say('routes.test.sent'), bad: false };
  if (last.state === 'failed') return { words: say('routes.test.failed', { why: last.outcome }), bad: true };
  return { words: say('routes.test.slow'), bad: false };
}
