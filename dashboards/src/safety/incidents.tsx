import { useState } from 'preact/hooks';
import { dayTime, full } from '../i18n/format';
import { Age, useNow } from '../ui/now';
import { PagedList, usePages } from '../ui/pages';
import { SeverityTag } from '../ui/severity';
import { workPage, type Work } from '../wire/incidents';
import { paths, query } from '../wire/paths';
import type { Site } from '../wire/people';
import { hashOf } from './address';
import { EnterDialog } from './enter';
import { askedOf, Filter, wireOf } from './filter';
import { IncidentView } from './incident';
import { fileLanguage, isOverdue, placeOf, say, sayAssigned, sayKind } from './incident-words';
import './incidents.css';
import type { SectionProps } from './sections';
import { Verify } from './verify';

const PAGE = 50;

/** All incidents, or one of them. */
export function IncidentsSection(props: SectionProps) {
  const one = props.address.path[0];
  return one ? <IncidentView key={one} id={one} me={props.me} site={props.site} /> : <Log {...props} />;
}

function Log({ site, address }: SectionProps) {
  const asked = askedOf(address.query);
  const [entering, setEntering] = useState(false);
  const wire = wireOf(asked);
  const about = JSON.stringify(wire);
  const pages = usePages(
    workPage,
    cursor => paths.incidents + query({ ...wire, limit: PAGE, cursor }),
    about,
  );
  return (
    <div class="stack">
      <section class="card" aria-labelledby="log-title">
        <header class="card-head">
          <h1 id="log-title">{say('log.title')}</h1>
          <p class="head-end log-actions">
            <button type="button" onClick={() => setEntering(true)}>
              {say('log.enter')}
            </button>
            <button type="button" onClick={() => print()}>
              {say('log.print')}
            </button>
          </p>
        </header>
        <Filter asked={asked} site={site} />
        <Exports wire={wire} />
        <PagedList pages={pages} empty={say('log.none')}>
          <table class="wide-table log-table">
            <thead>
              <tr>
                {(['from', 'severity', 'kind', 'place', 'state'] as const).map(each => (
                  <th key={each} scope="col">
                    {each === 'from'
                      ? say('one.opened')
                      : each === 'place'
                        ? say('enter.place')
                        : say(`filter.${each}`)}
                  </th>
                ))}
                <th scope="col">{say('one.assigned')}</th>
              </tr>
            </thead>
            <tbody>
              {pages.items.map(each => (
                <Row key={each.incident} incident={each} site={site} />
              ))}
            </tbody>
          </table>
        </PagedList>
      </section>
      <Verify />
      {entering && <EnterDialog site={site} onClose={() => setEntering(false)} />}
    </div>
  );
}

function Row({ incident, site }: { incident: Work; site: Site | undefined }) {
  const late = useNow(now => isOverdue(incident, now));
  return (
    <tr>
      <td>
        <time dateTime={new Date(incident.openedAt).toISOString()} title={full(incident.openedAt)}>
          {dayTime(incident.openedAt)}
        </time>{' '}
        <Age at={incident.openedAt} />
      </td>
      <td>
        <SeverityTag severity={incident.severity} />
      </td>
      <td>
        <a href={hashOf('incidents', [incident.incident])}>{sayKind(incident.kind)}</a>
      </td>
      <td>{placeOf(incident, site)}</td>
      <td>{say(`incident.${incident.state}`)}</td>
      <td>
        {sayAssigned(incident)} {late && <strong class="late">{say('log.overdue')}</strong>}
      </td>
    </tr>
  );
}

/** Files of what the list shows; the log itself is always whole. */
function Exports({ wire }: { wire: Record<string, string | undefined> }) {
  const href = (format: string) =>
    paths.incidentExport(format) + query({ ...wire, language: fileLanguage() });
  return (
    <p class="exports">
      <span class="quiet">{say('log.export')}</span>
      {['csv', 'xlsx', 'pdf'].map(format => (
        <a key={format} href={href(format)} download>
          {format.toUpperCase()}
        </a>
      ))}
      <a href={paths.incidentExport('jsonl')} download>
        {say('log.export.log')}
      </a>
    </p>
  );
}
