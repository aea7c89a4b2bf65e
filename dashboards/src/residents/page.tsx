import { useState } from 'preact/hooks';
import { whole } from '../i18n/format';
import { sayTrouble } from '../i18n/words';
import { freeInAll, mostFreeFirst } from '../state/free';
import { nearestFirst, walkMinutes, type Place } from '../state/walk';
import { LanguageSwitch } from '../ui/language';
import { Note } from '../ui/note';
import { StaleBanner } from '../ui/stale';
import { useStore } from '../ui/store';
import { Wordmark } from '../ui/wordmark';
import type { Site } from '../wire/people';
import type { Shed } from '../wire/sheds';
import { Answer } from './answer';
import { ShedCard } from './card';
import { free, place } from './follow';
import { HomeChoice } from './home';
import { isOn, keepHome, keptCharge, keptFavourites, keptHome, keptWish, turn, turnFavourite } from './kept';
import { part } from './part';
import { Reading } from './reading';
import { say } from './words';

const NearPart = part(() => import('./near').then(loaded => loaded.NearPart));
const MyCharge = part(() => import('./charge').then(loaded => loaded.MyCharge));
const ReportPart = part(() => import('./report').then(loaded => loaded.ReportPart));
const WhyNotAWire = part(() => import('./why').then(loaded => loaded.WhyNotAWire));
const Plan = part(() => import('./plan').then(loaded => loaded.Plan));

/** What a resident does beside looking for a socket. */
/** Keeps the line's room, so that nothing jumps. */
const BLANK = '\u00a0';
const MINE = ['near', 'charge', 'report'] as const;
type Mine = (typeof MINE)[number];

/** Where walks begin: the shed whose code was scanned, or my building. */
export interface Start {
  readonly at: Place;
  /** The shed that one stands at. */
  readonly shed: string | undefined;
}

/** What is open at first: the charge whose code was scanned, or a wish of an earlier visit. */
function firstPart(socket: string): Mine | undefined {
  if (socket !== '') return 'charge';
  if (keptWish().token !== '') return 'near';
  return keptCharge() && 'charge';
}

/** As it is printed beside the socket. */
function codeOfEarlierVisit(): string {
  const charge = keptCharge();
  return charge ? `${charge.shed}-${charge.socket}` : '';
}

function startOf(site: Site | undefined, sheds: readonly Shed[], scanned: string, home: string) {
  const here = sheds.find(each => each.shed === scanned);
  if (here) return { at: here, shed: here.shed };
  const building = site?.buildings.find(each => each.building === home);
  return building && { at: building, shed: undefined };
}

/** A free socket in five seconds: one answer, then all sheds by walking distance. */
export function Page({ scanned, socket }: { scanned: string; socket: string }) {
  const { sheds, stale, kept, trouble, heardMark } = useStore(free, state => state);
  const site = useStore(place, state => state);
  const [home, setHome] = useState(keptHome());
  const [favourites, setFavourites] = useState(keptFavourites());
  const [mine, setMine] = useState<Mine | undefined>(firstPart(socket));
  const [plan, setPlan] = useState(isOn('plan'));
  const start = startOf(site, sheds, scanned, home);
  const listed = start ? nearestFirst(sheds, start.at, favourites) : mostFreeFirst(sheds, stale);
  const answered = heardMark !== undefined && !kept;
  const walk = (shed: Shed) => (start && start.shed !== shed.shed ? walkMinutes(start.at, shed) : undefined);
  return (
    <>
      <header class="head">
        <p class="wordmark">
          <Wordmark />
        </p>
        <LanguageSwitch />
      </header>
      <main class={stale ? 'free-page stale' : 'free-page'}>
        <h1>{say('heading')}</h1>
        {stale && !kept && heardMark !== undefined && <StaleBanner mark={heardMark} />}
        {trouble && (kept || !stale) && <Note tone="bad">{kept ? say('offline') : sayTrouble(trouble)}</Note>}
        <Answer sheds={sheds} start={start} stale={stale} loading={!answered && !trouble} />
        <p class="sum quiet">{answered && !stale ? sumOf(sheds) : BLANK}</p>
        <HomeChoice
          site={site}
          home={home}
          onChoose={building => {
            keepHome(building);
            setHome(building);
          }}
        />
        <div class="views" role="group" aria-label={say('mine.label')}>
          {MINE.map(each => (
            <button
              key={each}
              type="button"
              aria-expanded={mine === each}
              onClick={() => setMine(mine === each ? undefined : each)}
            >
              {say(`mine.${each}`)}
            </button>
          ))}
        </div>
        {mine === 'near' && <NearPart home={home} shed={start?.shed} />}
        {mine === 'charge' && <MyCharge scanned={socket || codeOfEarlierVisit()} />}
        {mine === 'report' && <ReportPart home={home} />}
        <div class="views" role="group" aria-label={say('view.label')}>
          {(['list', 'plan'] as const).map(view => (
            <button
              key={view}
              type="button"
              aria-pressed={plan === (view === 'plan')}
              onClick={() => {
                if (plan !== (view === 'plan')) turn('plan');
                setPlan(view === 'plan');
              }}
            >
              {say(`view.${view}`)}
            </button>
          ))}
        </div>
        {plan ? (
          <Plan sheds={sheds} start={start} stale={stale} />
        ) : (
          <ul class="free-list">
            {listed.map(shed => (
              <ShedCard
                key={shed.shed}
                shed={shed}
                stale={stale}
                walk={walk(shed)}
                here={start?.shed === shed.shed}
                favourite={favourites.includes(shed.shed)}
                onFavourite={() => {
                  turnFavourite(shed.shed);
                  setFavourites(keptFavourites());
                }}
              />
            ))}
          </ul>
        )}
        {answered && <WhyNotAWire />}
        {sheds.length > 0 && <Reading />}
        {sheds.length > 0 && <p class="quiet">{say('safety')}</p>}
      </main>
    </>
  );
}

function sumOf(sheds: readonly Shed[]): string {
  const { free: n, unheard } = freeInAll(sheds);
  if (unheard === sheds.length) return BLANK;
  return unheard === 0
    ? say('free.all', { n: whole(n) })
    : say('free.known', { n: whole(n), sheds: whole(unheard) });
}
