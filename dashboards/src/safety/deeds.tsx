import { useState } from 'preact/hooks';
import { fromSiteTime } from '../i18n/format';
import { sayTrouble } from '../i18n/words';
import { FormDialog, type Field } from '../ui/form';
import { Note } from '../ui/note';
import { send, type Trouble } from '../wire/api';
import { PARTIES, work, type Work } from '../wire/incidents';
import { paths } from '../wire/paths';
import { isOfficer, type Me } from '../wire/people';
import { say, sayParty } from './incident-words';

type Deed = 'acknowledge' | 'assign' | 'comment' | 'resolve' | 'close' | 'reopen';

/** What the incident's state allows, in the order in which it is usually done. */
function allowed(incident: Work, me: Me): readonly Deed[] {
  switch (incident.state) {
    case 'open':
      return ['acknowledge', 'resolve', 'assign', 'comment'];
    case 'acknowledged':
      return ['resolve', 'assign', 'comment'];
    case 'resolved':
      return isOfficer(me) ? ['close', 'reopen', 'comment'] : ['reopen', 'comment'];
    default:
      return ['reopen', 'comment'];
  }
}

/** The buttons of an incident; what needs words asks for them first. */
export function Deeds(props: { incident: Work; me: Me; onDone: () => void }) {
  const { incident, me, onDone } = props;
  const [asking, setAsking] = useState<Exclude<Deed, 'acknowledge' | 'close'> | undefined>();
  const [failure, setFailure] = useState<Trouble | undefined>();
  const tell = async (deed: Deed, body: unknown) => {
    const answer = await send(work, 'POST', paths.incidentDo(incident.incident, deed), body);
    setFailure(answer.ok ? undefined : answer.trouble);
    if (answer.ok) onDone();
  };
  return (
    <div class="deeds">
      {allowed(incident, me).map((deed, index) => (
        <button
          key={deed}
          type="button"
          class={index === 0 ? 'primary' : ''}
          onClick={() => {
            if (deed === 'acknowledge' || deed === 'close') void tell(deed, {});
            else setAsking(deed);
          }}
        >
          {say(`act.${deed}`)}
        </button>
      ))}
      {failure && <Note tone="bad">{sayTrouble(failure)}</Note>}
      {asking === 'assign' && (
        <AssignDialog id={incident.incident} me={me} onDone={onDone} onClose={() => setAsking(undefined)} />
      )}
      {asking && asking !== 'assign' && (
        <WordsDialog
          deed={asking}
          id={incident.incident}
          onDone={onDone}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}

function WordsDialog(props: {
  deed: 'comment' | 'resolve' | 'reopen';
  id: string;
  onDone: () => void;
  onClose: () => void;
}) {
  const { deed } = props;
  const bodyOf = (field: Field) =>
    deed === 'comment'
      ? { text: field('why') }
      : { why: field('why'), ...(deed === 'resolve' && { onTheSpot: field('spot') === 'yes' }) };
  return (
    <FormDialog
      title={say(`act.${deed}`)}
      submit={say(`act.${deed}`)}
      onClose={props.onClose}
      onDone={props.onDone}
      send={field => send(work, 'POST', paths.incidentDo(props.id, deed), bodyOf(field))}
    >
      <label class="field">
        <span>{deed === 'comment' ? say('act.why') : say(`act.why.${deed}`)}</span>
        <textarea name="why" required maxLength={2000} rows={4} />
      </label>
      {deed === 'resolve' && (
        <label class="box">
          <input type="checkbox" name="spot" value="yes" />
          <span>{say('act.spot')}</span>
        </label>
      )}
    </FormDialog>
  );
}

function AssignDialog(props: { id: string; me: Me; onDone: () => void; onClose: () => void }) {
  const [party, setParty] = useState<string>('staff');
  const outside = party !== 'staff';
  return (
    <FormDialog
      title={say('act.assign')}
      submit={say('act.assign')}
      onClose={props.onClose}
      onDone={props.onDone}
      send={field =>
        send(work, 'POST', paths.incidentDo(props.id, 'assign'), {
          party: field('party'),
          to: field('to'),
          ...(field('due') && { dueAt: new Date(fromSiteTime(field('due'))).toISOString() }),
          ...(field('note') && { note: field('note') }),
        })
      }
    >
      <label class="field">
        <span>{say('act.party')}</span>
        <select name="party" onChange={event => setParty(event.currentTarget.value)}>
          {PARTIES.map(each => (
            <option key={each} value={each}>
              {sayParty(each)}
            </option>
          ))}
        </select>
      </label>
      {outside && <p class="quiet">{say('act.hard')}</p>}
      <label class="field">
        <span>{say('act.to')}</span>
        <input name="to" required maxLength={64} defaultValue={outside ? '' : props.me.user} key={party} />
      </label>
      <label class="field">
        <span>{say('act.due')}</span>
        <input name="due" type="datetime-local" required={outside} />
      </label>
      <label class="field">
        <span>{say('act.note')}</span>
        <textarea name="note" maxLength={1000} rows={2} />
      </label>
    </FormDialog>
  );
}
