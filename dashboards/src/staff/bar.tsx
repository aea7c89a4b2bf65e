import { useState } from 'preact/hooks';
import { age, clockTime, weekday } from '../i18n/format';
import { nameOf } from '../i18n/words';
import { hashOf, type View } from '../state/desk';
import { LanguageSwitch } from '../ui/language';
import { useNow } from '../ui/now';
import { useStore } from '../ui/store';
import { setTheme, theme } from '../ui/theme';
import { Wordmark } from '../ui/wordmark';
import './bar.css';
import { CutAll } from './cut';
import { desk, leave, mark } from './hands';
import { say } from './words';

const PAGES: readonly View['page'][] = [
  'board',
  'pressure',
  'patrols',
  'reports',
  'duty',
  'rounds',
  'sessions',
  'rejected',
];

/** The head of the page: where, when, how fresh, who. */
export function Bar() {
  const page = useStore(desk, state => state.view.page);
  const site = useStore(desk, state => state.site);
  const who = useStore(desk, state => state.who);
  return (
    <header class="bar">
      <p class="wordmark">
        <Wordmark />
        {site && <span class="site-name">{nameOf(site.name)}</span>}
      </p>
      <nav aria-label={say('nav.label')}>
        {PAGES.map(each => (
          <a key={each} href={hashOf({ page: each })} aria-current={each === page ? 'page' : undefined}>
            {say(`nav.${each}`)}
          </a>
        ))}
        <a href="/safety">{say('nav.safety')}</a>
      </nav>
      <LinkState />
      <div class="bar-tools">
        <CutAll />
        <ThemeSwitch />
        <LanguageSwitch />
        {typeof who === 'object' && (
          <button type="button" class="quiet-button" onClick={() => void leave()}>
            {say('login.out')}
            {who.user && <span class="user"> {who.user}</span>}
          </button>
        )}
      </div>
      <WallClock />
    </header>
  );
}

/** Whether the numbers are live, and when the last word came. */
function LinkState() {
  const link = useStore(desk, state => state.board.link);
  const heardMark = useStore(desk, state => state.board.heardMark);
  const heard = useNow(() => (heardMark ? age(mark() - heardMark) : ''));
  const words = link === 'live' ? say('link.live') : say(link === 'lost' ? 'link.lost' : 'link.connecting');
  return (
    <p class={`link link-${link}`}>
      <span class="link-dot" aria-hidden="true" />
      <span role="status">{words}</span>
      {link === 'live' && <span class="link-age">{heard}</span>}
    </p>
  );
}

function WallClock() {
  const time = useNow(now => (now ? clockTime(now) : ''));
  const date = useNow(now => (now ? weekday(now) : ''));
  return (
    <p class="wall-clock">
      <span class="date">{date}</span>
      <time class="figure">{time}</time>
    </p>
  );
}

function ThemeSwitch() {
  const [shown, show] = useState(theme());
  const next = shown === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      class="quiet-button"
      title={say('theme.switch')}
      onClick={() => {
        setTheme(next);
        show(next);
      }}
    >
      {say(`theme.${next}`)}
    </button>
  );
}
