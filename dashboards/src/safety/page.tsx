import { useEffect, useState } from 'preact/hooks';
import type { ComponentType } from 'preact';
import { setTimezone } from '../i18n/format';
import { LanguageSwitch } from '../ui/language';
import { Login } from '../ui/login';
import { Note } from '../ui/note';
import { Wordmark } from '../ui/wordmark';
import { ask, nothing, send } from '../wire/api';
import { me, site, type Me, type Site } from '../wire/people';
import { paths } from '../wire/paths';
import { addressOf, hashOf, type Address } from './address';
import { SECTIONS, type Section, type SectionProps } from './sections';
import { say } from './words';

/** A login, or the frame with one of its sections. */
export function SafetyPage() {
  const [who, setWho] = useState<Me | undefined>();
  const enter = async () => {
    const answer = await ask(me, paths.me);
    setWho(answer.ok ? answer.value : { user: '', role: 'resident' });
  };
  useEffect(() => void enter(), []);
  if (who === undefined) {
    return (
      <main class="waiting">
        <p class="quiet">{say('loading')}</p>
      </main>
    );
  }
  if (who.role === 'resident') return <Login intro={say('login.intro')} onDone={() => void enter()} />;
  return <Frame me={who} onLeave={() => void send(nothing, 'POST', paths.logout).then(enter)} />;
}

function Frame({ me: who, onLeave }: { me: Me; onLeave: () => void }) {
  const [place, setPlace] = useState<Site | undefined>();
  const address = useAddress();
  const section = SECTIONS.find(each => each.name === address.section) ?? SECTIONS[0];
  useEffect(() => {
    void ask(site, paths.site).then(answer => {
      if (!answer.ok) return;
      setTimezone(answer.value.timezone);
      setPlace(answer.value);
    });
  }, []);
  return (
    <>
      <a class="skip" href="#content" onClick={skip}>
        {say('skip.content')}
      </a>
      <header class="head">
        <p class="wordmark">
          <Wordmark />
        </p>
        <nav class="tabs" aria-label={say('sections')}>
          {SECTIONS.map(each => (
            <a key={each.name} href={hashOf(each.name)} aria-current={each === section ? 'page' : undefined}>
              {each.title()}
            </a>
          ))}
          <a href="/staff">{say('nav.board')}</a>
        </nav>
        <LanguageSwitch />
        <button type="button" class="quiet-button" onClick={onLeave}>
          {say('login.out')}
        </button>
      </header>
      <main id="content" class="section" tabIndex={-1}>
        <Loaded key={section.name} section={section} me={who} site={place} address={address} />
      </main>
    </>
  );
}

function Loaded({ section, ...props }: SectionProps & { section: Section }) {
  const [Drawn, setDrawn] = useState<{ it: ComponentType<SectionProps> } | 'failed' | undefined>();
  useEffect(() => {
    section.load().then(
      it => setDrawn({ it }),
      () => setDrawn('failed'),
    );
  }, [section]);
  if (Drawn === undefined) return <p class="empty quiet">{say('loading')}</p>;
  if (Drawn === 'failed') return <Note tone="bad">{say('trouble.unreachable')}</Note>;
  return <Drawn.it {...props} />;
}

function useAddress(): Address {
  const [address, setAddress] = useState(() => addressOf(location.hash));
  useEffect(() => {
    const changed = () => setAddress(addressOf(location.hash));
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return address;
}

/** The address after `#` is the section, so the skip link moves the focus itself. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
