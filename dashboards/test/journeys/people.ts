import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { board } from './board';
import { check, PICTURES, same, until, type Journey, type Scene } from './runner';

/** A town with one of everything that a screen must show. */
function trouble({ server }: Scene): void {
  const { town } = server;
  town.hurt('s07', 4, 'overcurrent', 16.2, 5.5, 95_000);
  town.hurt('s15', 9, 'meter-frozen', 0, 0, 1_900_000);
  town.lose('s12', 640_000);
  town.acknowledge(town.hurt('s03', 2, 'overpower', 812, 600, 5_000_000).alert, 'staff-1');
  town.maintain(town.shedById('s16')!, town.now() + 7_200_000, '更换断路器', 'staff-1');
}

export async function axe(page: Page, where: string): Promise<void> {
  const found = await new AxeBuilder({ page }).analyze();
  const words = found.violations.map(
    each => `${each.id} (${each.impact}): ${each.nodes[0]?.html.slice(0, 160)}`,
  );
  check(words.length === 0, `axe on ${where}: ${words.join(' | ')}`);
}

/** Nothing reaches beyond the page; what scrolls within itself may. */
export async function fits(page: Page, where: string): Promise<void> {
  const culprit = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return '';
    const scrolls = (each: Element): boolean =>
      /auto|scroll/.test(getComputedStyle(each).overflowX) ||
      (each.parentElement !== null && scrolls(each.parentElement));
    const beyond = [...document.querySelectorAll('body *')].filter(
      each => each.getBoundingClientRect().right > room + 1 && !scrolls(each),
    );
    return (
      beyond
        .map(each => `${each.tagName}.${each.getAttribute('class')}`)
        .slice(0, 6)
        .join(' ') || 'something'
    );
  });
  check(culprit === '', `${where}: too wide because of ${culprit}`);
}

/** A page that is longer than a desk's window can be scrolled to its end with a wheel. */
export async function reaches(page: Page, last: string): Promise<void> {
  const { height } = page.viewportSize()!;
  await page.mouse.move(20, height / 2);
  await page.mouse.wheel(0, 30_000);
  await until(page, `${last} comes into view`, async () => {
    const box = await page.locator(last).boundingBox();
    return box !== null && box.y < height;
  });
}

function axeJourney(name: string, theme: string, width: number, height: number): Journey {
  return {
    name: `axe finds nothing: ${name}`,
    browser: { theme, viewport: { width, height } },
    async run(scene) {
      const { page, address } = scene;
      trouble(scene);
      await board(page, address);
      await page.locator('.alert').nth(3).waitFor();
      await axe(page, 'the board');
      await page.goto(`${address}/staff#/shed/s07/3`);
      await page.locator('.u-over').waitFor();
      await axe(page, 'the drawer');
      await page.getByRole('button', { name: '整棚断电' }).click();
      await axe(page, 'the question');
      await page.keyboard.press('Escape');
      for (const hash of ['#/sessions', '#/rejected']) {
        await page.goto(`${address}/staff${hash}`);
        await page.locator('.wide-table tbody tr').first().waitFor();
        await axe(page, hash);
      }
      await page.goto(`${address}/safety`);
      await page.locator('.log-table tbody a').first().waitFor();
      await axe(page, 'safety');
      await page.goto(`${address}/`);
      await page.locator('.free-card').first().waitFor();
      await axe(page, 'residents');
    },
  };
}

function pictures(name: string, theme: string, width: number, height: number, language: string): Journey {
  return {
    name: `a picture: ${name}, ${language}`,
    browser: { theme, language, viewport: { width, height } },
    async run(scene) {
      const { page, address } = scene;
      trouble(scene);
      await board(page, address);
      await page.locator('.alert').nth(3).waitFor();
      await fits(page, 'the board');
      const rows = await page
        .locator('.bar')
        .evaluate(bar => bar.clientHeight / bar.querySelector('nav')!.clientHeight);
      check(width < 1200 || rows < 2, 'the head of the page is one row');
      await page.screenshot({ path: `${PICTURES}/${name}-${language}.png`, fullPage: name === 'phone' });
      await page.goto(`${address}/staff#/shed/s07/3`);
      await page.locator('.u-over').waitFor();
      await page.screenshot({ path: `${PICTURES}/${name}-${language}-shed.png` });
    },
  };
}

function fitting(name: string, textPixels: number, sizes: readonly [number, number][]): Journey {
  return {
    name,
    textPixels,
    async run(scene) {
      const { page, address } = scene;
      trouble(scene);
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height });
        for (const path of [
          '/staff',
          '/staff#/shed/s07/3',
          '/staff#/sessions',
          '/safety',
          '/safety#/report',
          '/',
        ]) {
          await page.goto(address + path);
          await page.locator('h1, h2').first().waitFor();
          await fits(page, `${path} at ${width} px`);
          if (path === '/staff') {
            await page.locator('.alert').nth(3).waitFor();
            await page.screenshot({ path: `${PICTURES}/board-${width}-text-${textPixels}.png` });
          }
        }
      }
    },
  };
}

export const PEOPLE: readonly Journey[] = [
  axeJourney('desk, light', 'light', 1440, 900),
  axeJourney('wall, dark', 'dark', 1920, 1080),
  axeJourney('phone', 'light', 390, 844),
  {
    name: 'axe finds nothing: the login',
    town: { open: false },
    async run({ page, address }) {
      for (const path of ['/staff', '/safety']) {
        await page.goto(address + path);
        await page.getByLabel('用户名').waitFor();
        await axe(page, path);
      }
    },
  },
  {
    name: 'the keyboard alone opens a shed, asks, cancels and comes back to where it was',
    async run({ page, address }) {
      await board(page, address);
      await page.locator('.shed-tile').nth(4).focus();
      await page.keyboard.press('Enter');
      const focused = () => page.evaluate(() => document.activeElement?.textContent);
      await until(page, 'focus on the heading', async () => (await focused()) === '5号车棚');
      await page.getByRole('button', { name: '整棚断电' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await until(page, 'no question', async () => (await page.getByRole('dialog').count()) === 0);
      same(await focused(), '整棚断电', 'focus after the question');
      await page.keyboard.press('Escape');
      await until(page, 'no drawer', async () => (await page.locator('.drawer').count()) === 0);
      const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
      check(label?.startsWith('5号车棚') === true, `focus came back to ${label}`);
    },
  },
  fitting('nothing is cut off at 320 pixels and at twice the zoom of a desk', 16, [
    [320, 640],
    [720, 450],
  ]),
  fitting('nothing is cut off at twice the text size', 32, [
    [390, 844],
    [1440, 900],
  ]),
  {
    name: 'safety officers see incidents and what happened',
    town: { open: false },
    async run({ page, address, server }) {
      server.town.hurt('s07', 4, 'overcurrent', 16.2, 5.5);
      await page.goto(`${address}/safety`);
      await page.getByLabel('用户名').fill('staff-1');
      await page.getByLabel('密码').fill('plain-sailing');
      await page.getByRole('button', { name: '登录' }).click();
      await page.getByText('7号车棚 · 4 号插座').waitFor();
      await page.getByRole('link', { name: '过流' }).click();
      await page.locator('.story').getByText('立案 车棚设备 过流 · 实测 16.20').waitFor();
    },
  },
  ...['zh-CN', 'en'].flatMap(language => [
    pictures('wall', 'dark', 1920, 1080, language),
    pictures('desk', 'light', 1440, 900, language),
    pictures('phone', 'light', 390, 844, language),
  ]),
];
