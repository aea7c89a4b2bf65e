import { useState } from 'preact/hooks';
import { full } from '../i18n/format';
import { Unanswered, useAnswer } from '../ui/answer';
import { useNow } from '../ui/now';
import { SeverityTag } from '../ui/severity';
import { files, work, type Work } from '../wire/incidents';
import { paths, query } from '../wire/paths';
import type { Me, Site } from '../wire/people';
import { hashOf } from './address';
import { Deeds } from './deeds';
import { IncidentCurve } from './incident-curve';
import { fileLanguage, isOverdue, placeOf, say, sayAssigned, sayKind, sayWay } from './incident-words';
import { Photos } from './photos';
import { Story } from './story';

/** One incident: facts, the curve around it, what happened, photos, and what can be done now. */
export function IncidentView({ id, me, site }: { id: string; me: Me; site: Site | undefined }) {
  const asked = useAnswer(work, paths.incident(id));
  const kept = useAnswer(files, paths.incidentFiles(id));
  const [times, setTimes] = useState(0);
  const again = () => {
    asked.again();
    kept.again();
    setTimes(before => before + 1);
  };
  const incident = asked.value;
  return (
    <div class="stack">
      <p class="back">
        <a href={hashOf('incidents')}>{say('one.back')}</a>
      </p>
      <Unanswered asked={asked} />
      {incident && (
        <>
          <section class="card" aria-labelledby="one-title">
            <header class="card-head">
              <h1 id="one-title">
                {sayKind(incident.kind)} · {placeOf(incident, site)}
              </h1>
              <SeverityTag severity={incident.severity} />
              <a
                class="head-end"
                href={paths.incidentDo(id, 'dossier') + query({ language: fileLanguage() })}
                download
              >
                {say('one.print')}
              </a>
            </header>
            <Facts incident={incident} />
            <Deeds incident={incident} me={me} onDone={again} />
          </section>
          {incident.shed && kept.value && <IncidentCurve incident={incident} files={kept.value.items} />}
          <Story id={id} times={times} me={me} onDone={again} />
          <Photos id={id} files={kept.value?.items ?? []} me={me} onDone={again} />
        </>
      )}
    </div>
  );
}

function Facts({ incident }: { incident: Work }) {
  const late = useNow(now => isOverdue(incident, now));
  return (
    <dl class="fact-list">
      <div>
        <dt>{say('one.opened')}</dt>
        <dd>
          <time dateTime={new Date(incident.openedAt).toISOString()}>{full(incident.openedAt)}</time>
        </dd>
      </div>
      <div>
        <dt>{say('one.state')}</dt>
        <dd>{say(`incident.${incident.state}`)}</dd>
      </div>
      <div>
        <dt>{say('one.assigned')}</dt>
        <dd>
          {sayAssigned(incident) || say('one.nobody')}{' '}
          {late && <strong class="late">{say('log.overdue')}</strong>}
        </dd>
      </div>
      {incident.way && (
        <div>
          <dt>{say('one.way')}</dt>
          <dd>{sayWay(incident.way)}</dd>
        </div>
      )}
    </dl>
  );
}
