import { useState } from 'preact/hooks';
import { say, sayTrouble } from '../i18n/words';
import { nothing, send, type Trouble } from '../wire/api';
import { paths } from '../wire/paths';
import { LanguageSwitch } from './language';
import { Note } from './note';
import { Wordmark } from './wordmark';

/** Asks for user and password; `onDone` when the server gave a session cookie. */
export function Login({ intro, onDone }: { intro: string; onDone: () => void }) {
  const [failure, setFailure] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    setBusy(true);
    const answer = await send(nothing, 'POST', paths.login, {
      user: String(form.get('user') ?? ''),
      password: String(form.get('password') ?? ''),
    });
    setBusy(false);
    if (answer.ok) onDone();
    else setFailure(answer.trouble);
  }

  return (
    <main class="login" id="content">
      <form class="login-card" onSubmit={event => void submit(event)}>
        <p class="wordmark">
          <Wordmark />
        </p>
        <h1>{say('login.title')}</h1>
        <p class="quiet">{intro}</p>
        <label>
          <span>{say('login.user')}</span>
          <input name="user" autoComplete="username" required maxLength={64} autoCapitalize="none" />
        </label>
        <label>
          <span>{say('login.password')}</span>
          <input name="password" type="password" autoComplete="current-password" required maxLength={200} />
        </label>
        {failure && (
          <Note tone="bad">{failure.status === 401 ? say('login.wrong') : sayTrouble(failure)}</Note>
        )}
        <button class="primary" type="submit" disabled={busy}>
          {say('login.submit')}
        </button>
        <LanguageSwitch />
      </form>
    </main>
  );
}
