import { useState } from 'preact/hooks';
import { FormDialog } from '../ui/form';
import { alert as alertShape, type Alert } from '../wire/alerts';
import { send } from '../wire/api';
import { paths } from '../wire/paths';
import { desk, now } from './hands';
import { say } from './words';

const MINUTE = 60_000;
const SHELVES = [30, 120, 480, 1440] as const;

/** What staff do about an open alert besides acknowledging it, on a phone as well. */
export function AlertDeeds({ alert, what }: { alert: Alert; what: string }) {
  const [question, ask] = useState<'assign' | 'shelve' | undefined>();
  const close = () => ask(undefined);
  const shelved = alert.shelvedUntil !== undefined;
  return (
    <p class="alert-deeds">
      <button
        type="button"
        class="quiet-button"
        aria-label={say('alerts.assign.what', { what })}
        onClick={() => ask('assign')}
      >
        {say('alerts.assign')}
      </button>
      {shelved ? (
        <button
          type="button"
          class="quiet-button"
          aria-label={say('alerts.unshelve.what', { what })}
          onClick={() => void take(paths.unshelveAlert(alert.alert), {})}
        >
          {say('alerts.unshelve')}
        </button>
      ) : (
        <button
          type="button"
          class="quiet-button"
          aria-label={say('alerts.shelve.what', { what })}
          onClick={() => ask('shelve')}
        >
          {say('alerts.shelve')}
        </button>
      )}
      {question === 'assign' && <Assign alert={alert} what={what} onClose={close} />}
      {question === 'shelve' && <Shelve alert={alert} what={what} onClose={close} />}
    </p>
  );
}

interface Asked {
  readonly alert: Alert;
  readonly what: string;
  readonly onClose: () => void;
}

function Assign({ alert, what, onClose }: Asked) {
  return (
    <FormDialog
      title={say('alerts.assign.what', { what })}
      submit={say('alerts.assign')}
      onClose={onClose}
      onDone={() => undefined}
      send={field => take(paths.assignAlert(alert.alert), { to: field('to') })}
    >
      <label>
        {say('alerts.assign.to')}
        <input name="to" maxLength={64} value={alert.assignedTo ?? ''} />
      </label>
    </FormDialog>
  );
}

function Shelve({ alert, what, onClose }: Asked) {
  return (
    <FormDialog
      title={say('alerts.shelve.what', { what })}
      submit={say('alerts.shelve')}
      onClose={onClose}
      onDone={() => undefined}
      send={field =>
        take(paths.shelveAlert(alert.alert), {
          until: new Date(now() + Number(field('minutes')) * MINUTE).toISOString(),
          why: field('why'),
        })
      }
    >
      <p>{say('alerts.shelve.effect')}</p>
      <label>
        {say('alerts.shelve.for')}
        <select name="minutes">
          {SHELVES.map(minutes => (
            <option key={minutes} value={minutes}>
              {minutes < 60
                ? say('length.minutes', { n: minutes })
                : say('length.hours.whole', { h: minutes / 60 })}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('alerts.shelve.why')}
        <input name="why" required maxLength={500} />
      </label>
    </FormDialog>
  );
}

/** The answer is the alert as it is now: the list shows it before the stream does. */
async function take(path: string, body: unknown) {
  const answer = await send(alertShape, 'POST', path, body);
  if (answer.ok) desk.send({ type: 'alert', alert: answer.value });
  return answer;
}
