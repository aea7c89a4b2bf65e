import { useState } from 'preact/hooks';
import { whole } from '../i18n/format';
import { sayTrouble } from '../i18n/words';
import { NOTHING_IMPORTED, slices, together } from '../state/pressure';
import { Note } from '../ui/note';
import { useStore } from '../ui/store';
import { ask, type Trouble } from '../wire/api';
import { paths, query } from '../wire/paths';
import { imported, type Imported } from '../wire/pressure';
import { desk } from './hands';
import { say } from './words';

/** A file goes to the server in parts of so many bytes: each is seconds, and the bar moves. */
const PART_BYTES = 512 * 1024;

interface Run {
  /** 0 to 1; 1 is done. */
  readonly share: number;
  readonly result: Imported;
  readonly failure?: Trouble;
}

/** Past orders of a charging vendor, so that a new site has a map on its first day. */
export function OrdersImport({ onDone }: { onDone: () => void }) {
  const who = useStore(desk, state => state.who);
  const [file, setFile] = useState<File | undefined>();
  const [run, setRun] = useState<Run | undefined>();
  const admin = typeof who === 'object' && who.role === 'admin';
  const busy = run !== undefined && run.share < 1 && !run.failure;
  return (
    <section class="panel" aria-labelledby="orders-import-title">
      <header class="panel-head">
        <h2 id="orders-import-title">{say('orders.import')}</h2>
        <button type="button" class="head-button" onClick={onDone}>
          {say('orders.import.again')}
        </button>
      </header>
      <div class="pressure-told">
        <p class="quiet">{say('orders.import.what')}</p>
        {!admin && <p class="quiet">{say('orders.import.admin')}</p>}
        {admin && (
          <p class="orders-import">
            <label>
              <span>{say('orders.import.file')}</span>
              <input
                type="file"
                accept=".csv,text/csv"
                onChange={event => setFile(event.currentTarget.files?.[0])}
              />
            </label>
            <button type="button" disabled={!file || busy} onClick={() => file && void send(file, setRun)}>
              {say('orders.import.go')}
            </button>
          </p>
        )}
        {run && <Outcome run={run} busy={busy} />}
      </div>
    </section>
  );
}

function Outcome({ run, busy }: { run: Run; busy: boolean }) {
  const percent = Math.floor(run.share * 100);
  return (
    <>
      {busy && (
        <p>
          <progress max="100" value={percent} aria-label={say('orders.import')} />{' '}
          {say('orders.import.running', { percent })}
        </p>
      )}
      {run.failure && <Note tone="bad">{sayTrouble(run.failure)}</Note>}
      {!busy && (
        <Note tone="calm">
          {say('orders.import.done', {
            imported: whole(run.result.imported),
            duplicate: whole(run.result.duplicate),
            rejected: whole(run.result.rejectedCount),
          })}{' '}
          {run.result.imported > 0 && say('orders.import.refit')}
        </Note>
      )}
      {run.result.rejected.length > 0 && (
        <ul class="orders-rejected">
          {run.result.rejected.map(each => (
            <li key={each.line}>{say('orders.import.line', { line: each.line, reason: each.reason })}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Part after part, each with the header before it; stops at the first that fails. */
async function send(file: File, tell: (run: Run) => void): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { header, parts } = slices(bytes, PART_BYTES);
  let result = NOTHING_IMPORTED;
  tell({ share: 0, result });
  for (const [index, part] of (parts.length ? parts : [{ from: 0, to: 0, firstLine: 2 }]).entries()) {
    const body = new Blob([bytes.subarray(0, header), bytes.subarray(part.from, part.to)]);
    const path = paths.importSessions + query({ firstLine: part.firstLine });
    const answer = await ask(imported, path, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'text/csv' },
    });
    if (!answer.ok) {
      tell({ share: index / Math.max(1, parts.length), result, failure: answer.trouble });
      return;
    }
    result = together(result, answer.value);
    tell({ share: (index + 1) / Math.max(1, parts.length), result });
  }
}
