import { useState } from 'preact/hooks';
import { dayTime } from '../i18n/format';
import { nameOf } from '../i18n/words';
import { Choice } from '../ui/choice';
import { Dialog } from '../ui/dialog';
import type { Shed } from '../wire/sheds';
import { now, startMaintenance } from './hands';
import { say } from './words';

const HOURS = ['1', '2', '4', '8', '24'] as const;
const HOUR_MILLIS = 3_600_000;

/** A planned outage: who and until when and why, because residents read it. */
export function MaintenanceDialog({ shed, onClose }: { shed: Shed; onClose: () => void }) {
  const [hours, setHours] = useState<(typeof HOURS)[number]>('2');
  const [busy, setBusy] = useState(false);
  const until = now() + Number(hours) * HOUR_MILLIS;

  async function start(event: Event): Promise<void> {
    event.preventDefault();
    const why = String(new FormData(event.currentTarget as HTMLFormElement).get('why') ?? '').trim();
    setBusy(true);
    const done = await startMaintenance(shed.shed, until, why);
    setBusy(false);
    if (done) onClose();
  }

  return (
    <Dialog title={say('maintenance.title', { shed: nameOf(shed.name) })} onClose={onClose}>
      <form onSubmit={event => void start(event)}>
        <p>{say('maintenance.effect')}</p>
        <div class="field">
          <span>
            {say('maintenance.until')} <strong>{dayTime(until)}</strong>
          </span>
          <Choice
            label={say('maintenance.until')}
            options={HOURS}
            chosen={hours}
            say={n => say('maintenance.hours', { n })}
            onChoose={setHours}
          />
        </div>
        <label class="field">
          <span>{say('maintenance.why')}</span>
          <input name="why" required maxLength={200} />
        </label>
        <div class="dialog-actions">
          <button type="button" onClick={onClose}>
            {say('cancel')}
          </button>
          <button type="submit" class="primary" disabled={busy}>
            {say('maintenance.start')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
