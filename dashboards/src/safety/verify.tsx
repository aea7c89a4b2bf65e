import { useState } from 'preact/hooks';
import { full, whole } from '../i18n/format';
import { sayTrouble } from '../i18n/words';
import { Note } from '../ui/note';
import { ask, type Answer } from '../wire/api';
import { verification, type Verification } from '../wire/incidents';
import { paths } from '../wire/paths';
import { say } from './incident-words';

/** Whether the log is whole. It reads all of it, so it is done when somebody asks. */
export function Verify() {
  const [answer, setAnswer] = useState<Answer<Verification> | 'running' | undefined>();
  const run = async () => {
    setAnswer('running');
    setAnswer(await ask(verification, paths.verification));
  };
  const busy = answer === 'running';
  return (
    <section class="card card-body verify" aria-labelledby="verify-title">
      <h2 id="verify-title">{say('verify.title')}</h2>
      <p class="quiet">{say('verify.limit')}</p>
      <button type="button" disabled={busy} onClick={() => void run()}>
        {say(busy ? 'verify.running' : 'verify.run')}
      </button>
      {answer && answer !== 'running' && !answer.ok && <Note tone="bad">{sayTrouble(answer.trouble)}</Note>}
      {answer && answer !== 'running' && answer.ok && <Result of={answer.value} />}
    </section>
  );
}

function Result({ of }: { of: Verification }) {
  return (
    <>
      <Note tone={of.whole ? 'calm' : 'bad'}>
        {of.whole
          ? say('verify.whole', { events: whole(of.events), files: whole(of.files) })
          : say('verify.broken', { n: whole(of.found) })}{' '}
        <time dateTime={new Date(of.at).toISOString()}>{full(of.at)}</time>
      </Note>
      <ul>
        {of.findings.slice(0, 20).map((each, index) => (
          <li key={index}>{each.says}</li>
        ))}
      </ul>
      <p>
        <span class="quiet">{say('verify.head')}</span> <code class="code">{of.head}</code>
      </p>
    </>
  );
}
