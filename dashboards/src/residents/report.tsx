import { useState } from 'preact/hooks';
import { common } from '../i18n/catalogue/common';
import { mine } from '../i18n/catalogue/mine';
import { keep, recall, speaker } from '../i18n/speak';
import { nameOf, sayTrouble } from '../i18n/words';
import { Note } from '../ui/note';
import { dataAddress, smallPhoto } from '../ui/photo';
import { useStore } from '../ui/store';
import { ask, send, type Answer, type Trouble } from '../wire/api';
import { report as shape, type Report } from '../wire/mine';
import { paths } from '../wire/paths';
import { place } from './follow';
import './mine.css';

const say = speaker({ ...common, ...mine });
const DEVICE = 'shedwatch.device';

/** A random word that this phone keeps, so that nobody floods; it says nothing about anybody. */
function device(): string {
  const kept = recall(DEVICE);
  if (kept && /^[a-z0-9-]{8,40}$/.test(kept)) return kept;
  const drawn = [...crypto.getRandomValues(new Uint8Array(10))]
    .map(each => (each % 36).toString(36))
    .join('');
  keep(DEVICE, drawn);
  return drawn;
}

/** Reporting a fly-line without a name, and reading what was done. */
export function ReportPart({ home }: { home: string }) {
  const buildings = useStore(place, state => state)?.buildings ?? [];
  const [building, setBuilding] = useState(home);
  const [where, setWhere] = useState('');
  const [note, setNote] = useState('');
  const [photo, setPhoto] = useState<File>();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState('');
  const [taken, setTaken] = useState<Report>();
  const submit = async () => {
    if (building === '') return setRefused(say('report.refused.building'));
    setBusy(true);
    const small = photo && (await smallPhoto(photo));
    if (typeof small === 'string') {
      setBusy(false);
      return setRefused(say(`report.refused.${small}`));
    }
    const answer = await send(shape, 'POST', paths.reports, {
      building,
      place: where,
      note,
      device: device(),
      ...(small && { photo: await dataAddress(small) }),
    });
    setBusy(false);
    setRefused(answer.ok ? '' : refusal(answer.trouble));
    if (answer.ok) setTaken(answer.value);
  };
  return (
    <div class="mine">
      <p>{say('report.what')}</p>
      <p class="mine-fire">{say('report.fire')}</p>
      {taken ? (
        <Note tone="calm">{say('report.thanks', { code: taken.report })}</Note>
      ) : (
        <form
          onSubmit={event => {
            event.preventDefault();
            void submit();
          }}
        >
          <label for="report-building">{say('report.building')}</label>
          <select
            id="report-building"
            value={building}
            onChange={event => setBuilding(event.currentTarget.value)}
          >
            <option value="">{say('report.choose')}</option>
            {buildings.map(each => (
              <option key={each.building} value={each.building}>
                {each.name ? nameOf(each.name) : each.building}
              </option>
            ))}
          </select>
          <label for="report-place">{say('report.place')}</label>
          <input
            id="report-place"
            maxLength={100}
            value={where}
            onInput={event => setWhere(event.currentTarget.value)}
          />
          <label for="report-note">{say('report.note')}</label>
          <textarea
            id="report-note"
            maxLength={500}
            rows={2}
            value={note}
            onInput={event => setNote(event.currentTarget.value)}
          />
          <label for="report-photo">{say('report.photo')}</label>
          <input
            id="report-photo"
            type="file"
            accept="image/jpeg,image/png,image/webp"
            onChange={event => setPhoto(event.currentTarget.files?.[0])}
          />
          {refused && <Note tone="bad">{refused}</Note>}
          <button type="submit" disabled={busy}>
            {busy ? say('report.sending') : say('report.send')}
          </button>
        </form>
      )}
      <ReadAnswer key={taken?.report} known={taken?.report ?? ''} />
    </div>
  );
}

/** Each refusal says what to do. */
function refusal(trouble: Trouble): string {
  if (trouble.status === 429) return say('report.refused.many');
  if (trouble.status === 413) return say('report.refused.large');
  if (trouble.status === 415) return say('report.refused.type');
  return sayTrouble(trouble);
}

function ReadAnswer({ known }: { known: string }) {
  const [code, setCode] = useState(known);
  const [answer, setAnswer] = useState<Answer<Report>>();
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        void ask(shape, paths.report(code.trim())).then(setAnswer);
      }}
    >
      <label for="report-code">{say('report.code')}</label>
      <div class="mine-row">
        <input
          id="report-code"
          maxLength={8}
          autocomplete="off"
          value={code}
          onInput={event => setCode(event.currentTarget.value)}
        />
        <button type="submit">{say('report.read')}</button>
      </div>
      {answer &&
        (answer.ok ? (
          <Note tone="calm">
            {say(`report.state.${answer.value.state}`)}{' '}
            {answer.value.answer && say('report.answer', { answer: answer.value.answer })}
          </Note>
        ) : (
          <Note tone="bad">
            {answer.trouble.status === 404 ? say('report.unknown') : sayTrouble(answer.trouble)}
          </Note>
        ))}
    </form>
  );
}
