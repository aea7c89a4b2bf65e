import { useState } from 'preact/hooks';
import { sayTrouble } from '../i18n/words';
import { FormDialog } from '../ui/form';
import { smallPhoto, type Unfit } from '../ui/photo';
import { ask, nothing, send, type Trouble } from '../wire/api';
import { paths } from '../wire/paths';
import { patrol as patrolShape } from '../wire/patrols';
import { say } from './words';

interface Photos {
  readonly busy: boolean;
  readonly failure: Trouble | Unfit | undefined;
  readonly add: (input: HTMLInputElement) => Promise<void>;
}

/** A photo's way to the server: drawn smaller here, drawn anew there. */
export function usePhotos(path: string, onDone: () => void): Photos {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Trouble | Unfit | undefined>();
  const add = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    setBusy(true);
    const body = await smallPhoto(file);
    if (typeof body === 'string') {
      input.value = '';
      setBusy(false);
      return setFailure(body);
    }
    const headers = { 'Content-Type': body.type || 'application/octet-stream' };
    const answer = await ask(patrolShape, path, { method: 'POST', headers, body });
    input.value = '';
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.trouble);
    if (answer.ok) onDone();
  };
  return { busy, failure, add };
}

const REFUSED = [413, 415];
const MANY = 409;

/** Why a photo did not go in, and what to do. */
export function photoTrouble(failure: Trouble | Unfit): string {
  if (typeof failure === 'string' || REFUSED.includes(failure.status)) return say('patrols.photo.refused');
  return failure.status === MANY ? say('patrols.photo.many') : sayTrouble(failure);
}

/** Opens the phone's camera; on a desk, the choice of a file. */
export function PhotoTap({ photos, building }: { photos: Photos; building: string }) {
  return (
    <label class="photo-tap">
      <input
        type="file"
        accept="image/*"
        capture="environment"
        disabled={photos.busy}
        aria-label={say('patrols.photo.add', { building })}
        onChange={event => void photos.add(event.currentTarget)}
      />
      <span aria-hidden="true">{say(photos.busy ? 'patrols.photo.sending' : 'patrols.photo')}</span>
    </label>
  );
}

interface ListProps {
  patrol: string;
  photos: readonly string[];
  building: string;
  onDone: () => void;
}

/** What was photographed; each can be seen in full, and erased. */
export function PhotoList({ patrol, photos, building, onDone }: ListProps) {
  const [erasing, setErasing] = useState<string | undefined>();
  if (photos.length === 0) return null;
  return (
    <ul class="stop-photos">
      {photos.map((each, index) => (
        <li key={each}>
          <a href={paths.patrolPhoto(patrol, each)} target="_blank" rel="noopener">
            <img
              src={paths.patrolPhoto(patrol, each)}
              alt={say('patrols.photo.of', { building, n: index + 1 })}
              loading="lazy"
            />
          </a>
          <button type="button" class="quiet-button" onClick={() => setErasing(each)}>
            {say('patrols.photo.erase')}
          </button>
        </li>
      ))}
      {erasing && (
        <FormDialog
          title={say('patrols.photo.erase')}
          submit={say('patrols.photo.erase')}
          danger
          onClose={() => setErasing(undefined)}
          onDone={onDone}
          send={() => send(nothing, 'DELETE', paths.patrolPhoto(patrol, erasing))}
        >
          <p>{say('patrols.photo.erase.what')}</p>
        </FormDialog>
      )}
    </ul>
  );
}
