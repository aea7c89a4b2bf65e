import { useState } from 'preact/hooks';
import { sayTrouble } from '../i18n/words';
import { Note } from '../ui/note';
import { askForFile, type FileAnswer, type Trouble } from '../wire/api';
import { paths } from '../wire/paths';
import { say } from './words';

/** What staff print and hang up. */
export function PaperLinks() {
  return (
    <nav class="paper-links" aria-label={say('paper.label')}>
      <PaperLink href={paths.lobbyNotice} words={say('paper.notice')} />
      <PaperLink href={paths.sheets} words={say('paper.sheets')} />
    </nav>
  );
}

/** Saves the PDF; a refusal is said here, where the browser would show the server's JSON. */
export function PaperLink({ href, words }: { href: string; words: string }) {
  const [trouble, setTrouble] = useState<Trouble>();
  return (
    <>
      <a
        href={href}
        onClick={event => {
          event.preventDefault();
          setTrouble(undefined);
          void askForFile(href).then(answer => {
            if (answer.ok) save(answer.value);
            else setTrouble(answer.trouble);
          });
        }}
      >
        {words}
      </a>
      {trouble && (
        <Note tone="bad">{trouble.status === 409 ? say('paper.no.address') : sayTrouble(trouble)}</Note>
      )}
    </>
  );
}

const FORGOTTEN_AFTER_MILLIS = 60_000;

function save({ name, content }: FileAnswer): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), FORGOTTEN_AFTER_MILLIS);
}
