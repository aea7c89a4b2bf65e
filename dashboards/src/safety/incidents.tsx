import { useState } from 'preact/hooks';
import { dayTime, full } from '../i18n/format';
import { nameOf } from '../i18n/words';
import { Age } from '../ui/now';
import { PagedList, usePages } from '../ui/pages';
import { SeverityTag } from '../ui/severity';
import { incidentEvents, incidents, type Incident } from '../wire/alerts';
import type { Site } from '../wire/people';
import { paths, query } from '../wire/paths';
import type { SectionProps } from './sections';
import { eventWords, say, sayEvent, sayKind, sayWho } from './words';

const PAGE = 50;

export function IncidentsSection({ site: place }: SectionProps) {
  const pages = usePages(incidents, cursor => paths.incidents + query({ limit: PAGE, cursor }), '');
  return (
    <section class="log">
      <h1>{say('heading')}</h1>
      <PagedList pages={pages} empty={say('empty')}>
        <table class="wide-table">
          <thead>
            <tr>
              {(['opened', 'severity', 'kind', 'place', 'state', 'events'] as const).map(each => (
                <th key={each} scope="col">
                  {say(`column.${each}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pages.items.map(each => (
              <IncidentRows key={each.incident} incident={each} place={placeOf(each, place)} />
            ))}
          </tbody>
        </table>
      </PagedList>
    </section>
  );
}

function placeOf(incident: Incident, site: Site | undefined): string {
  if (incident.shed) {
    const found = site?.sheds.find(each => each.shed === incident.shed);
    const shed = found ? nameOf(found.name) : incident.shed;
    return incident.socket ? say('alert.place.socket', { shed, socket: incident.socket }) : shed;
  }
  const building = site?.buildings.find(each => each.building === incident.building);
  return building?.name ? nameOf(building.name) : (incident.building ?? say('alert.place.site'));
}

function IncidentRows({ incident, place }: { incident: Incident; place: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
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
        <td>{sayKind(incident.kind)}</td>
        <td>{place}</td>
        <td>
          {say(`incident.${incident.state}`)}{' '}
          {incident.assignedTo && <small>{say('assigned', { who: incident.assignedTo })}</small>}
        </td>
        <td>
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {say(open ? 'events.hide' : 'events.show')}
          </button>
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={6}>
            <Story incident={incident.incident} />
          </td>
        </tr>
      )}
    </>
  );
}

/** What happened, in order. */
function Story({ incident }: { incident: string }) {
  const pages = usePages(
    incidentEvents,
    cursor => paths.incidentEvents(incident) + query({ limit: PAGE, cursor }),
    incident,
  );
  return (
    <PagedList pages={pages} empty={say('events.none')}>
      <ol class="story">
        {pages.items.map((each, index) => (
          <li key={each.number ?? index}>
            <time dateTime={new Date(each.at).toISOString()}>{full(each.at)}</time>{' '}
            <strong>{sayEvent(each.event)}</strong> {sayWho(each.who)} {eventWords(each)}
          </li>
        ))}
      </ol>
    </PagedList>
  );
}
