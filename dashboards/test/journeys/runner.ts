import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { mkdir } from 'node:fs/promises';
import { TownServer, type TownSettings } from '../town/server';
import { chromiumIsThere, startBrowser } from './browser';

/** Screenshots and the pictures of failures. */
export const PICTURES = 'target/screenshots';
export const FILES = 'target/classes/dashboards';
/** A Wednesday evening, when sheds are full. */
export const START = Date.parse('2026-01-07T19:42:10+08:00');
const PATIENCE_MILLIS = 30_000;

export interface Scene {
  readonly server: TownServer;
  readonly page: Page;
  readonly address: string;
}

export interface Journey {
  readonly name: string;
  readonly run: (scene: Scene) => Promise<void>;
  readonly town?: Partial<TownSettings>;
  readonly browser?: BrowserContextOptions & { language?: string; theme?: string };
  /** The text size in the reader's browser settings; a browser of its own is started for it. */
  readonly textPixels?: number;
  /** Messages on the console that this journey provokes; every other one fails it. */
  readonly provokes?: RegExp;
}

/** Each journey gets its own town and its own browser profile. */
async function play(browser: Browser, journey: Journey): Promise<void> {
  const server = new TownServer({ files: FILES, startAt: START, stirMillis: 0, open: true, ...journey.town });
  const address = await server.start();
  const { language = 'zh-CN', theme = 'light', ...options } = journey.browser ?? {};
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: language,
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MILLIS);
  await context.addInitScript(
    ([languageOf, themeOf]) => {
      if (localStorage.getItem('shedwatch.language') === null)
        localStorage.setItem('shedwatch.language', languageOf!);
      if (localStorage.getItem('shedwatch.theme') === null) localStorage.setItem('shedwatch.theme', themeOf!);
    },
    [language, theme],
  );
  const page = await context.newPage();
  const complaints = listenFor(page, journey.provokes);
  try {
    await journey.run({ server, page, address });
    if (complaints.length > 0) throw new Error(`the console says: ${complaints.join(' | ')}`);
  } catch (failure) {
    await page
      .screenshot({ path: `${PICTURES}/failed-${journey.name.replace(/\W+/g, '-')}.png` })
      .catch(() => null);
    throw failure;
  } finally {
    await context.close();
    await server.stop();
  }
}

async function playLarge(journey: Journey, textPixels: number): Promise<void> {
  const browser = await startBrowser(textPixels);
  try {
    await play(browser, journey);
  } finally {
    await browser.close();
  }
}

/** Errors of scripts, of loading, and of the content security policy. */
function listenFor(page: Page, provoked: RegExp | undefined): string[] {
  const complaints: string[] = [];
  const complain = (words: string) => {
    if (!provoked?.test(words)) complaints.push(words);
  };
  page.on('pageerror', error => complain(error.message));
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complain(message.text());
  });
  return complaints;
}

export async function playAll(journeys: readonly Journey[]): Promise<number> {
  const only = process.argv[2];
  const chosen = journeys.filter(journey => !only || journey.name.includes(only));
  if (!chromiumIsThere()) {
    console.log('No Chromium here: install it (Debian: apt-get install chromium) or name one in CHROMIUM.');
    console.log(`Tests: 0 passed, 0 failed, ${chosen.length} skipped`);
    return 0;
  }
  await mkdir(PICTURES, { recursive: true });
  const browser = await startBrowser();
  let failed = 0;
  for (const journey of chosen) {
    const startedMark = performance.now();
    try {
      if (journey.textPixels) await playLarge(journey, journey.textPixels);
      else await play(browser, journey);
      console.log(`ok      ${journey.name} (${Math.round(performance.now() - startedMark)} ms)`);
    } catch (failure) {
      failed++;
      console.log(
        `FAILED  ${journey.name}\n        ${String(failure).split('\n').slice(0, 12).join('\n        ')}`,
      );
    }
  }
  await browser.close();
  console.log(`Tests: ${chosen.length - failed} passed, ${failed} failed, 0 skipped`);
  return failed;
}

export function check(holds: boolean, words: string): asserts holds {
  if (!holds) throw new Error(words);
}

export function same<T>(seen: T, wanted: T, words: string): void {
  const [a, b] = [JSON.stringify(seen), JSON.stringify(wanted)];
  check(a === b, `${words}: saw ${a}, wanted ${b}`);
}

/** Waits until the page's own function gives true. */
export async function until(
  page: Page,
  words: string,
  holds: () => boolean | Promise<boolean>,
): Promise<void> {
  const end = performance.now() + PATIENCE_MILLIS;
  while (!(await holds())) {
    check(performance.now() < end, `waited in vain: ${words}`);
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(resolve)));
  }
}
