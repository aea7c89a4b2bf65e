import { keep, recall } from '../i18n/speak';
import { count, parseJson, Problem, list, number, object, text, word } from '../wire/shape';
import { sheds, type Sheds } from '../wire/sheds';
import { site, type Site } from '../wire/people';
import { chargeWish, FREE_STAGES, type ChargeWish, type FreeStage } from '../wire/wish';

/** What this phone remembers, and nobody else: my building, my favourites, how I like to read, the last answers. */
const KEYS = {
  home: 'shedwatch.home',
  favourites: 'shedwatch.favourites',
  large: 'shedwatch.large',
  contrast: 'shedwatch.contrast',
  plan: 'shedwatch.plan',
  sheds: 'shedwatch.last.sheds',
  site: 'shedwatch.last.site',
  wish: 'shedwatch.wish',
  charge: 'shedwatch.charge',
} as const;

/** More favourites than this are not favourites; the oldest goes. */
const MOST_FAVOURITES = 5;

export const keptHome = () => recall(KEYS.home) ?? '';
export const keepHome = (building: string) => keep(KEYS.home, building);

const ids = list(text);
export function keptFavourites(): readonly string[] {
  const kept = parseJson(ids, recall(KEYS.favourites) ?? '[]');
  return kept instanceof Problem ? [] : kept;
}
export function turnFavourite(shed: string): void {
  const before = keptFavourites();
  const after = before.includes(shed)
    ? before.filter(each => each !== shed)
    : [...before, shed].slice(-MOST_FAVOURITES);
  keep(KEYS.favourites, JSON.stringify(after));
}

export type Switch = 'large' | 'contrast' | 'plan';
export const isOn = (which: Switch) => recall(KEYS[which]) === 'on';
export const turn = (which: Switch) => keep(KEYS[which], isOn(which) ? 'off' : 'on');

const keptSheds = object({ savedAt: number, sheds });

/** The last answer with the page's monotonic time of it, by the phone's own clock; undefined: none, or not readable. */
export function lastSheds(mark: number, phoneNow: number): { sheds: Sheds; mark: number } | undefined {
  const kept = parseJson(keptSheds, recall(KEYS.sheds) ?? '');
  if (kept instanceof Problem) return undefined;
  return { sheds: kept.sheds, mark: mark - Math.max(0, phoneNow - kept.savedAt) };
}

export function keepSheds(raw: string, phoneNow: number): void {
  keep(KEYS.sheds, `{"savedAt":${phoneNow},"sheds":${raw}}`);
}

export function lastSite(): Site | undefined {
  const kept = parseJson(site, recall(KEYS.site) ?? '');
  return kept instanceof Problem ? undefined : kept;
}
export const keepSite = (raw: string) => keep(KEYS.site, raw);

/** The wish for a free socket that this phone reads, and the stage last told of; an empty token: none. */
export interface KeptWish {
  readonly token: string;
  readonly stage: FreeStage;
}

const NO_WISH: KeptWish = { token: '', stage: 'waiting' };
const wishShape = object({ token: text, stage: word(FREE_STAGES, 'expired') });

/** In memory too: where storage is forbidden a wish lasts as long as the visit. */
let wish: KeptWish | undefined;
export function keptWish(): KeptWish {
  if (wish) return wish;
  const kept = parseJson(wishShape, recall(KEYS.wish) ?? '');
  return (wish = kept instanceof Problem ? NO_WISH : kept);
}
export function keepWish(token: string, stage: FreeStage): void {
  wish = { token, stage };
  keep(KEYS.wish, JSON.stringify(wish));
}

/** The wish about a charge that lasts although its part of the page, or the page, is closed. */
export interface KeptCharge {
  readonly shed: string;
  readonly socket: number;
  readonly wish: ChargeWish;
}

const chargeShape = object({ shed: text, socket: count, wish: chargeWish });
export function keptCharge(): KeptCharge | undefined {
  const kept = parseJson(chargeShape, recall(KEYS.charge) ?? '');
  return kept instanceof Problem ? undefined : kept;
}
export function keepCharge(charge: KeptCharge | undefined): void {
  keep(KEYS.charge, charge ? JSON.stringify(charge) : '');
}
