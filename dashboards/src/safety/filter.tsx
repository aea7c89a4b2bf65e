import { fromSiteTime } from '../i18n/format';
import { INCIDENT_STATES, SEVERITIES } from '../wire/alerts';
import { ENTRY_KINDS, WAYS } from '../wire/incidents';
import type { Site } from '../wire/people';
import { fieldsOf } from '../ui/form';
import { hashOf } from './address';
import { buildingName } from '../i18n/words';
import { say, sayKind, sayWay, shedName } from './incident-words';
import { KINDS, RULES } from './words';

/** What the list may be asked for, under the names of the address and of the server. */
export const FIELDS = [
  'from',
  'to',
  'shed',
  'socket',
  'building',
  'kind',
  'severity',
  'state',
  'way',
  'text',
  'overdue',
] as const;
export type Asked = Partial<Record<(typeof FIELDS)[number], string>>;

export function askedOf(query: URLSearchParams): Asked {
  return Object.fromEntries(
    FIELDS.flatMap(name => {
      const value = query.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}

/** The same for the server: days of the site become times, the last one included. */
export function wireOf(asked: Asked): Record<string, string | undefined> {
  const day = /^\d{4}-\d\d-\d\d$/;
  const { from, to } = asked;
  return {
    ...asked,
    from: from && day.test(from) ? iso(fromSiteTime(`${from}T00:00`)) : undefined,
    to: to && day.test(to) ? iso(fromSiteTime(`${to}T23:59`) + 60_000) : undefined,
  };
}

const iso = (at: number) => new Date(at).toISOString();

/** All that incidents can be searched by; the address carries it, so that a search can be sent on. */
export function Filter({ asked, site }: { asked: Asked; site: Site | undefined }) {
  return (
    <form
      key={JSON.stringify(asked)}
      class="filter"
      role="search"
      aria-label={say('filter.title')}
      onSubmit={event => {
        event.preventDefault();
        const field = fieldsOf(event.currentTarget);
        location.hash = hashOf(
          'incidents',
          [],
          Object.fromEntries(FIELDS.map(name => [name, field(name) || undefined])),
        );
      }}
    >
      <Text name="from" type="date" asked={asked} />
      <Text name="to" type="date" asked={asked} />
      <Pick
        name="shed"
        asked={asked}
        words={(site?.sheds ?? []).map(each => each.shed)}
        say={id => shedName(site, id)}
      />
      <Text name="socket" type="number" asked={asked} />
      <Pick
        name="building"
        asked={asked}
        words={(site?.buildings ?? []).map(each => each.building)}
        say={id => buildingName(site, id)}
      />
      <Pick
        name="kind"
        asked={asked}
        words={[...new Set<string>([...ENTRY_KINDS, ...KINDS, ...RULES])]}
        say={sayKind}
      />
      <Pick
        name="severity"
        asked={asked}
        words={SEVERITIES}
        say={each => say(`severity.${each as 'major'}`)}
      />
      <Pick
        name="state"
        asked={asked}
        words={INCIDENT_STATES}
        say={each => say(`incident.${each as 'open'}`)}
      />
      <Pick name="way" asked={asked} words={WAYS} say={sayWay} />
      <Text name="text" type="search" asked={asked} />
      <label class="box">
        <input type="checkbox" name="overdue" value="true" defaultChecked={asked.overdue === 'true'} />
        <span>{say('filter.overdue')}</span>
      </label>
      <p class="filter-actions">
        <button type="submit" class="primary">
          {say('filter.apply')}
        </button>
        <a class="button" href={hashOf('incidents')}>
          {say('filter.clear')}
        </a>
      </p>
    </form>
  );
}

function Text({
  name,
  type,
  asked,
}: {
  name: 'from' | 'to' | 'socket' | 'text';
  type: string;
  asked: Asked;
}) {
  return (
    <label class="field">
      <span>{say(`filter.${name}`)}</span>
      <input
        name={name}
        type={type}
        defaultValue={asked[name] ?? ''}
        min={type === 'number' ? 1 : undefined}
      />
    </label>
  );
}

function Pick(props: {
  name: 'shed' | 'building' | 'kind' | 'severity' | 'state' | 'way';
  asked: Asked;
  words: readonly string[];
  say: (word: string) => string;
}) {
  const chosen = props.asked[props.name] ?? '';
  return (
    <label class="field">
      <span>{say(`filter.${props.name}`)}</span>
      <select name={props.name}>
        <option value="">{say('filter.any')}</option>
        {props.words.map(each => (
          <option key={each} value={each} selected={each === chosen}>
            {props.say(each)}
          </option>
        ))}
      </select>
    </label>
  );
}
