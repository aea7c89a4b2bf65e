import { useState } from 'preact/hooks';
import { Unanswered, type Asked } from '../ui/answer';
import { FormDialog } from '../ui/form';
import { Person } from '../ui/person';
import { nothing, send } from '../wire/api';
import type { Contact } from '../wire/duty';
import { paths } from '../wire/paths';
import { say } from './words';

interface Props {
  asked: Asked<{ readonly items: readonly Contact[] }>;
  officer: boolean;
  /** Shifts and leaderships go with a person. */
  onChange: () => void;
}

/** People and how they are reached. */
export function People({ asked, officer, onChange }: Props) {
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Contact | undefined>();
  const people = asked.value?.items;
  return (
    <section class="panel" aria-labelledby="people-title">
      <header class="panel-head">
        <h2 id="people-title">{say('people.title')}</h2>
        {officer && (
          <button type="button" class="head-button" onClick={() => setAdding(true)}>
            {say('people.add')}
          </button>
        )}
      </header>
      <Unanswered asked={asked} />
      {people?.length === 0 && <p class="empty quiet">{say('people.empty')}</p>}
      <ul class="rows">
        {people?.map(each => (
          <li key={each.contact}>
            <Person person={each} />
            {officer && (
              <button
                type="button"
                class="row-button quiet-button"
                aria-label={say('people.remove', { name: each.name })}
                onClick={() => setRemoving(each)}
              >
                {say('remove')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {adding && <AddPerson onClose={() => setAdding(false)} onDone={onChange} />}
      {removing && (
        <FormDialog
          title={say('people.remove.title', { name: removing.name })}
          submit={say('remove')}
          danger
          onClose={() => setRemoving(undefined)}
          onDone={onChange}
          send={() => send(nothing, 'DELETE', paths.contact(removing.contact))}
        >
          <p>{say('people.remove.effect')}</p>
        </FormDialog>
      )}
    </section>
  );
}

function AddPerson({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  return (
    <FormDialog
      title={say('people.add')}
      submit={say('save')}
      onClose={onClose}
      onDone={onDone}
      send={field =>
        send(nothing, 'POST', paths.contacts, {
          name: field('name'),
          phone: field('phone'),
          email: field('email'),
        })
      }
    >
      <label class="field">
        <span>{say('people.name')}</span>
        <input name="name" required maxLength={64} autoComplete="off" />
      </label>
      <label class="field">
        <span>{say('people.phone')}</span>
        <input name="phone" type="tel" pattern="[+0-9 \-]{3,32}" maxLength={32} autoComplete="off" />
      </label>
      <label class="field">
        <span>{say('people.email')}</span>
        <input name="email" type="email" maxLength={200} autoComplete="off" />
      </label>
      <p class="quiet">{say('people.privacy')}</p>
    </FormDialog>
  );
}
