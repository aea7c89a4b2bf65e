/** The languages of the pages, first one first: property staff and residents read Chinese. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One message in all languages; `{name}` is filled in. */
export type Message = readonly [zh: string, en: string];
export type Catalogue = Record<string, Message>;
export type Fill = Record<string, string | number>;

const KEPT_AS = 'shedwatch.language';
let current: Language = 'zh-CN';

export function language(): Language {
  return current;
}

/** Before the first drawing: what was chosen here before, or Chinese. */
export function startLanguage(): void {
  const kept = recall(KEPT_AS);
  setLanguage(kept === 'en' ? 'en' : 'zh-CN');
}

/** The whole page is drawn again by whoever calls this. */
export function setLanguage(next: Language): void {
  current = next;
  keep(KEPT_AS, next);
  document.documentElement.lang = next;
}

export function inLanguage(message: Message, spoken: Language, fill?: Fill): string {
  const words = message[spoken === 'en' ? 1 : 0];
  return fill ? words.replace(/\{(\w+)\}/g, (whole, key: string) => String(fill[key] ?? whole)) : words;
}

/** A function that says messages of one catalogue in the current language. */
export function speaker<C extends Catalogue>(catalogue: C): (key: keyof C & string, fill?: Fill) => string {
  return (key, fill) => inLanguage(catalogue[key]!, current, fill);
}

/** Says a word of the server, like an alarm kind; words that this version does not know are shown as they are. */
export function wordSpeaker<C extends Catalogue>(catalogue: C, prefix: string): (word: string) => string {
  return word => {
    const message = catalogue[`${prefix}.${word}`];
    return message ? inLanguage(message, current) : word;
  };
}

/** Storage may be forbidden (private windows, WeChat settings): then nothing is remembered. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing is lost but a preference.
  }
}
