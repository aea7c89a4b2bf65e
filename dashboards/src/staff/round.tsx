import { useState } from 'preact/hooks';
import { nameOf } from '../i18n/words';
import { Choice } from '../ui/choice';
import { FormDialog } from '../ui/form';
import { useStore } from '../ui/store';
import { nothing, send } from '../wire/api';
import type { Inspection } from '../wire/duty';
import { paths } from '../wire/paths';
import { desk } from './hands';
import { say } from './words';

const RESULTS = ['sound', 'defect'] as const;

interface Asking {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What a round found; a defect needs its words. */
export function RecordRound({ one, onClose, onDone }: Asking & { one: Inspection }) {
  const [result, setResult] = useState<(typeof RESULTS)[number]>('sound');
  return (
    <FormDialog
      title={say('rounds.do.what', { name: one.name })}
      submit={say('save')}
      onClose={onClose}
      onDone={onDone}
      send={field =>
        send(nothing, 'POST', paths.rounds(one.inspection), {
          sound: result === 'sound',
          note: field('note'),
        })
      }
    >
      <div class="field">
        <span>{say('rounds.found')}</span>
        <Choice
          label={say('rounds.found')}
          options={RESULTS}
          chosen={result}
          say={each => say(`rounds.${each}`)}
          onChoose={setResult}
        />
      </div>
      <label class="field">
        <span>{say('rounds.note')}</span>
        <input name="note" maxLength={500} required={result === 'defect'} autoComplete="off" />
      </label>
    </FormDialog>
  );
}

export function AddInspection({ onClose, onDone }: Asking) {
  const site = useStore(desk, state => state.site);
  return (
    <FormDialog
      title={say('rounds.add')}
      submit={say('save')}
      onClose={onClose}
      onDone={onDone}
      send={field =>
        send(nothing, 'POST', paths.inspections, {
          name: field('name'),
          shed: field('shed'),
          everyDays: Number(field('days')),
        })
      }
    >
      <label class="field">
        <span>{say('rounds.name')}</span>
        <input name="name" required maxLength={80} placeholder={say('rounds.name.hint')} autoComplete="off" />
      </label>
      <label class="field">
        <span>{say('rounds.shed')}</span>
        <select name="shed">
          <option value="">{say('rounds.shed.none')}</option>
          {site?.sheds.map(each => (
            <option key={each.shed} value={each.shed}>
              {nameOf(each.name)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{say('rounds.days')}</span>
        <input name="days" type="number" required min={1} max={3660} defaultValue="30" />
      </label>
    </FormDialog>
  );
}

export function RemoveInspection({ one, onClose, onDone }: Asking & { one: Inspection }) {
  return (
    <FormDialog
      title={say('rounds.remove.title', { name: one.name })}
      submit={say('remove')}
      danger
      onClose={onClose}
      onDone={onDone}
      send={() => send(nothing, 'DELETE', paths.inspection(one.inspection))}
    >
      <p>{say('rounds.remove.effect')}</p>
    </FormDialog>
  );
}
