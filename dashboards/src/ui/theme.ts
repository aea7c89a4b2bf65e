import { keep, recall } from '../i18n/speak';

export type Theme = 'light' | 'dark';
const KEPT_AS = 'shedwatch.theme';
/** A screen this wide (CSS pixels) is taken for a wall and starts dark. */
const WALL_PIXELS = 1_800;

export function theme(): Theme {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
}

export function startTheme(): void {
  const kept = recall(KEPT_AS);
  const dark = kept ? kept === 'dark' : innerWidth >= WALL_PIXELS;
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

export function setTheme(next: Theme): void {
  document.documentElement.dataset.theme = next;
  keep(KEPT_AS, next);
}
