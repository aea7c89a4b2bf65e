import { useState } from 'preact/hooks';
import { dayTime } from '../i18n/format';
import { sayTrouble } from '../i18n/words';
import { FormDialog } from '../ui/form';
import { Note } from '../ui/note';
import { ask, nothing, send, type Trouble } from '../wire/api';
import { files as filesShape, type IncidentFile } from '../wire/incidents';
import { paths } from '../wire/paths';
import { isOfficer, type Me } from '../wire/people';
import { say } from './incident-words';

/** The photos of an incident, one more, and one fewer. */
export function Photos(props: { id: string; files: readonly IncidentFile[]; me: Me; onDone: () => void }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Trouble | undefined>();
  const [erasing, setErasing] = useState<IncidentFile | undefined>();
  const photos = props.files.filter(each => each.kind === 'photo');
  async function add(input: HTMLInputElement): Promise<void> {
    const photo = input.files?.[0];
    if (!photo) return;
    setBusy(true);
    const answer = await ask(filesShape, paths.incidentFiles(props.id), {
      method: 'POST',
      headers: { 'Content-Type': photo.type || 'application/octet-stream' },
      body: photo,
    });
    setBusy(false);
    input.value = '';
    setFailure(answer.ok ? undefined : answer.trouble);
    if (answer.ok) props.onDone();
  }
  return (
    <section class="card card-body photos" aria-labelledby="photos-title">
      <h2 id="photos-title">{say('one.photos')}</h2>
      <ul class="photo-list">
        {photos.map(each => (
          <li key={each.digest}>
            <a href={paths.incidentFile(props.id, each.digest)} target="_blank" rel="noopener">
              <img
                src={paths.incidentFile(props.id, each.digest)}
                alt={say('one.photo.of', { who: each.by, at: dayTime(each.at) })}
                loading="lazy"
              />
            </a>
            {isOfficer(props.me) && (
              <button type="button" class="danger-quiet" onClick={() => setErasing(each)}>
                {say('one.photo.erase')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <label class="field photo-add">
        <span>{say(busy ? 'one.photo.sending' : 'one.photo.add')}</span>
        <input
          type="file"
          accept="image/jpeg,image/png,image/webp"
          disabled={busy}
          onChange={event => void add(event.currentTarget)}
        />
      </label>
      <p class="quiet">{say('one.photo.hint')}</p>
      {failure && <Note tone="bad">{sayTrouble(failure)}</Note>}
      {erasing && (
        <FormDialog
          title={say('one.photo.erase')}
          submit={say('one.photo.erase')}
          danger
          onClose={() => setErasing(undefined)}
          onDone={props.onDone}
          send={field =>
            send(nothing, 'POST', `${paths.incidentFile(props.id, erasing.digest)}/erase`, {
              why: field('why'),
            })
          }
        >
          <p>{say('one.photo.erase.what')}</p>
          <label class="field">
            <span>{say('act.why')}</span>
            <textarea name="why" required maxLength={2000} rows={2} />
          </label>
        </FormDialog>
      )}
    </section>
  );
}
