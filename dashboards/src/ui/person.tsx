import { speaker } from '../i18n/speak';
import { duty } from '../i18n/catalogue/duty';
import type { Contact } from '../wire/duty';

const say = speaker(duty);

/** A person with what a thumb needs to reach them. */
export function Person({ person }: { person: Contact }) {
  return (
    <span class="person">
      <strong>{person.name}</strong>
      {person.phone ? (
        <a
          class="number"
          href={`tel:${person.phone.replace(/[ -]/g, '')}`}
          aria-label={say('duty.call', { name: person.name, phone: person.phone })}
        >
          {person.phone}
        </a>
      ) : (
        <span class="quiet">{say('duty.unreachable')}</span>
      )}
      {person.email && (
        <a
          href={`mailto:${person.email}`}
          aria-label={say('duty.mail', { name: person.name, email: person.email })}
        >
          {person.email}
        </a>
      )}
    </span>
  );
}
