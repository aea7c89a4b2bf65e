import { useState } from 'preact/hooks';
import { dayTime, full } from '../i18n/format';
import { FormDialog } from '../ui/form';
import { PagedList, usePages } from '../ui/pages';
import { nothing, send } from '../wire/api';
import { incidentEvents, type IncidentEvent } from '../wire/alerts';
import { paths, query } from '../wire/paths';
import { isOfficer, type Me } from '../wire/people';
import { say } from './incident-words';
import { eventWords, sayEvent, sayWho } from './words';

const PAGE = 200;

/** What happened, in the order of the chain; an officer can erase what somebody wrote. */
export function Story(props: { id: string; times: number; me: Me; onDone: () => void }) {
  const { id, me } = props;
  const [erasing, setErasing] = useState<number | undefined>();
  const pages = usePages(
    incidentEvents,
    cursor => paths.incidentEvents(id) + query({ limit: PAGE, cursor }),
    `${id} ${props.times}`,
  );
  return (
    <section class="card" aria-labelledby="story-title">
      <h2 id="story-title" class="card-title">
        {say('one.story')}
      </h2>
      <PagedList pages={pages} empty={say('loading')}>
        <ol class="story">
          {pages.items.map((each, index) => (
            <li key={each.number ?? index}>
              <time dateTime={new Date(each.at).toISOString()} title={full(each.at)}>
                {dayTime(each.at)}
              </time>{' '}
              <strong>{sayEvent(each.event)}</strong> {sayWho(each.who)} {eventWords(each)}{' '}
              {isOfficer(me) && hasWords(each) && (
                <button type="button" class="link-button" onClick={() => setErasing(each.number)}>
                  {say('one.text.erase')}
                </button>
              )}
            </li>
          ))}
        </ol>
      </PagedList>
      {erasing !== undefined && (
        <FormDialog
          title={say('one.text.erase')}
          submit={say('one.text.erase')}
          danger
          onClose={() => setErasing(undefined)}
          onDone={props.onDone}
          send={field => send(nothing, 'POST', paths.incidentText(id, erasing), { why: field('why') })}
        >
          <p>{say('one.text.erase.what')}</p>
          <label class="field">
            <span>{say('act.why')}</span>
            <textarea name="why" required maxLength={2000} rows={2} />
          </label>
        </FormDialog>
      )}
    </section>
  );
}

const hasWords = (event: IncidentEvent) => event.text !== undefined && event.number !== undefined;
