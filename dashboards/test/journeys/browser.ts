import { chromium, type Browser } from 'playwright-core';
import { existsSync } from 'node:fs';

/** Debian's Chromium, or the one that CHROMIUM names. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

export function chromiumIsThere(): boolean {
  return existsSync(CHROMIUM);
}

/**
 * The journeys also run as root in a container, where Chromium has no sandbox.
 *
 * @param textPixels the text size in the reader's browser settings
 */
export function startBrowser(textPixels = 16): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--blink-settings=defaultFontSize=${textPixels}`,
    ],
  });
}
