import { paths } from '../wire/paths';
import { say } from './words';

/** What staff print and hang up. A refusal (no public address set) opens beside the board and says what to do. */
export function PaperLinks() {
  return (
    <nav class="paper-links" aria-label={say('paper.label')}>
      <PaperLink href={paths.lobbyNotice} words={say('paper.notice')} />
      <PaperLink href={paths.sheets} words={say('paper.sheets')} />
    </nav>
  );
}

export function PaperLink({ href, words }: { href: string; words: string }) {
  return (
    <a href={href} target="_blank" rel="noopener">
      {words}
    </a>
  );
}
