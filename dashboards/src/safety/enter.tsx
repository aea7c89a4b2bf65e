import { useRef } from 'preact/hooks';
import { fromSiteTime } from '../i18n/format';
import { FormDialog, type Field } from '../ui/form';
import { SEVERITIES } from '../wire/alerts';
import { send } from '../wire/api';
import { ENTRY_KINDS, work } from '../wire/incidents';
import { paths } from '../wire/paths';
import type { Site } from '../wire/people';
import { hashOf } from './address';
import { buildingName } from '../i18n/words';
import { say, sayKind, shedName } from './incident-words';

/** Drawn once a dialog: the same sent twice is one entry. */
function newEntry(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map(each => each.toString(16).padStart(2, '0')).join('');
}

/** Enters by hand what somebody saw, and goes to the incident that it opened or joined. */
export function EnterDialog({ site, onClose }: { site: Site | undefined; onClose: () => void }) {
  const entry = useRef(newEntry());
  async function enter(field: Field) {
    const [what, id] = field('place').split(':');
    const at = field('at');
    const answer = await send(work, 'POST', paths.incidents, {
      entry: entry.current,
      kind: field('kind'),
      severity: field('severity'),
      ...(what === 'shed' && { shed: id }),
      ...(what === 'shed' && field('socket') && { socket: Number(field('socket')) }),
      ...(what === 'building' && { building: id }),
      ...(at && { at: new Date(fromSiteTime(at)).toISOString() }),
      text: field('text'),
    });
    if (answer.ok) location.hash = hashOf('incidents', [answer.value.incident]);
    return answer;
  }
  return (
    <FormDialog
      title={say('enter.title')}
      submit={say('enter.submit')}
      onClose={onClose}
      send={enter}
      onDone={() => undefined}
    >
      <label class="field">
        <span>{say('filter.kind')}</span>
        <select name="kind">
          {ENTRY_KINDS.map(each => (
            <option key={each} value={each}>
              {sayKind(each)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{say('filter.severity')}</span>
        <select name="severity">
          {SEVERITIES.map(each => (
            <option key={each} value={each} selected={each === 'major'}>
              {say(`severity.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{say('enter.place')}</span>
        <select name="place">
          <option value="">{say('alert.place.site')}</option>
          <optgroup label={say('filter.building')}>
            {(site?.buildings ?? []).map(each => (
              <option key={each.building} value={`building:${each.building}`}>
                {buildingName(site, each.building)}
              </option>
            ))}
          </optgroup>
          <optgroup label={say('filter.shed')}>
            {(site?.sheds ?? []).map(each => (
              <option key={each.shed} value={`shed:${each.shed}`}>
                {shedName(site, each.shed)}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <label class="field">
        <span>{say('filter.socket')}</span>
        <input name="socket" type="number" min={1} />
      </label>
      <label class="field">
        <span>{say('enter.at')}</span>
        <input name="at" type="datetime-local" />
      </label>
      <label class="field">
        <span>{say('enter.text')}</span>
        <textarea name="text" required maxLength={2000} rows={3} />
      </label>
    </FormDialog>
  );
}
