import { dayTime, full } from '../i18n/format';
import { Unanswered, useAnswer } from '../ui/answer';
import { SeverityTag } from '../ui/severity';
import { waitingNotices, type WaitingNotice } from '../wire/notices';
import { paths } from '../wire/paths';
import type { Site } from '../wire/people';
import { alertWhat, say, shedName } from './notice-words';
import { say as sayPage } from './words';

/** What routes are still to be told, and why it has not left yet. */
export function WaitingList({ site }: { site: Site | undefined }) {
  const asked = useAnswer(waitingNotices, paths.waitingNotices);
  const items = asked.value?.items;
  return (
    <section class="card" aria-labelledby="waiting-title">
      <header class="card-head">
        <h2 id="waiting-title">{say('waiting.title')}</h2>
        {items && items.length > 0 && <span class="badge-quiet">{items.length}</span>}
        <button type="button" class="head-end quiet-button" onClick={asked.again}>
          {say('waiting.again')}
        </button>
      </header>
      <Unanswered asked={asked} />
      {items?.length === 0 && <p class="empty quiet">{say('waiting.none')}</p>}
      <ul class="lines">
        {items?.map(each => (
          <li key={`${each.route} ${each.alert} ${each.transition}`} class="waiting-line">
            <SeverityTag severity={each.severity} />
            <strong>{whatOf(each, site)}</strong>
            <span>{each.routeName}</span>
            <span class="quiet">{say(`waiting.why.${each.why}`)}</span>
            <time
              class="head-end quiet"
              dateTime={new Date(each.dueAt).toISOString()}
              title={full(each.dueAt)}
            >
              {say('waiting.due', { at: dayTime(each.dueAt) })}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}

function whatOf(one: WaitingNotice, site: Site | undefined): string {
  const what = `${placeOf(one, site)} ${alertWhat(one.rule, one.kind)}`;
  return one.transition === 'cleared' ? say('waiting.cleared', { what }) : what;
}

function placeOf(one: WaitingNotice, site: Site | undefined): string {
  if (!one.shed) return sayPage('alert.place.site');
  const shed = shedName(site, one.shed);
  return one.socket ? sayPage('alert.place.socket', { shed, socket: one.socket }) : shed;
}
