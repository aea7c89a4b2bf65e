import type { Page } from 'playwright-core';
import { axe, fits } from './people';
import { open, PHONE } from './residents';
import { PICTURES, same, until, type Journey, type Scene } from './runner';

const WECHAT = {
  ...PHONE,
  userAgent: 'Mozilla/5.0 (Linux; Android 10; wv) Chrome/107.0 MicroMessenger/8.0.40.2420',
};

/** Every socket is in use. */
export function full({ server }: Scene): void {
  for (const shed of server.town.sheds)
    for (const socket of shed.sockets) Object.assign(socket, { usage: 'charging', watts: 118 });
}

/** Vibrations are counted. */
export async function countShakes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shaken: unknown[] = [];
    Object.assign(window, { shaken });
    Object.defineProperty(navigator, 'vibrate', { value: (way: unknown) => shaken.push(way) > 0 });
  });
}

/** No push, no notifications, no sound. */
async function likeWeChat(page: Page): Promise<void> {
  await countShakes(page);
  await page.addInitScript(() => {
    for (const [owner, key] of [
      [window, 'Notification'],
      [window, 'PushManager'],
      [window, 'AudioContext'],
      [navigator, 'serviceWorker'],
    ] as const)
      Object.defineProperty(owner, key, { get: () => undefined });
  });
}

export const shaken = (page: Page) =>
  page.evaluate(() => (window as unknown as { shaken: unknown[] }).shaken.length);

/** Looks come every 10 s; the page's clock is moved on instead of waiting. */
export const nextLook = (page: Page) => page.clock.runFor(11_000);

export const NEAR: readonly Journey[] = [
  {
    name: 'who waits for a free socket in WeChat sees the place in the line and is called once',
    browser: WECHAT,
    async run(scene) {
      const { page, address, server } = scene;
      full(scene);
      const other = server.wishes.ask(server.town, ['s09', 's07']);
      await page.clock.install();
      await likeWeChat(page);
      await open(page, address);
      await page.getByRole('button', { name: '附近有空位时叫我' }).click();
      await page.getByText('请先在上面选好您家楼栋').waitFor();
      await page.getByLabel('我家楼栋').selectOption({ label: '24号楼' });
      await page.getByRole('button', { name: '有空位时叫我', exact: true }).click();
      await page.getByText('您排在第 2 位，最晚等到 22:42').waitFor();
      same(await page.getByRole('button', { name: '页面关了也通知我' }).count(), 0, 'no push in WeChat');
      await axe(page, 'waiting');
      await fits(page, 'waiting');
      await page.screenshot({ path: `${PICTURES}/residents-near.png` });
      const mine = server.wishes.line.find(each => each !== other)!;
      const [shed] = mine.sheds;
      server.wishes.line = [mine];
      await nextLook(page);
      await page.getByText('您排在第 1 位').waitFor();
      // Another part of the page is looked at: the call comes all the same.
      await page.getByRole('button', { name: '我的充电' }).click();
      const socket = server.town.shedById(shed!)!.sockets[4]!;
      Object.assign(socket, { usage: 'free', watts: 0 });
      await nextLook(page);
      await until(page, 'it is called', async () => (await shaken(page)) === 1);
      await page.clock.runFor(1_500);
      await until(page, 'the title calls', async () => /5 号插座空出来了/.test(await page.title()));
      await page.getByRole('button', { name: '附近有空位时叫我' }).click();
      await page.getByRole('alert').filter({ hasText: '前不会再叫别人' }).waitFor();
      await axe(page, 'offered');
      await page.screenshot({ path: `${PICTURES}/residents-near-offered.png` });
      await nextLook(page);
      same(await shaken(page), 1, 'one notice');
      Object.assign(socket, { usage: 'charging', watts: 118 });
      await nextLook(page);
      await page.getByText('刚才的插座已有车在充').waitFor();
    },
  },
  {
    name: 'a wish is there again after the page was opened anew, and can be taken back, in English at 320 px',
    browser: { ...WECHAT, viewport: { width: 320, height: 640 }, language: 'en' },
    async run(scene) {
      const { page, address, server } = scene;
      full(scene);
      await open(page, address, '/?shed=s07');
      await page.getByRole('button', { name: 'Call me when one is free nearby' }).click();
      await page.getByRole('button', { name: 'Call me when one is free', exact: true }).click();
      await page.getByText('You are number 1 in the line').waitFor();
      same(server.wishes.line[0]!.sheds, ['s07'], 'the shed whose code was scanned');
      await open(page, address);
      await page.getByText('You are number 1 in the line').waitFor();
      await fits(page, 'waiting');
      await page.getByRole('button', { name: 'Stop waiting' }).click();
      await page.getByText('Choose your building above first').waitFor();
      await until(page, 'it is taken back', () => server.wishes.line.length === 0);
    },
  },
  {
    name: 'the owner of a full bike hears it in the morning, and once more when others wait',
    browser: WECHAT,
    async run(scene) {
      const { page, address, server } = scene;
      full(scene);
      await page.clock.install();
      await likeWeChat(page);
      await open(page, address, '/?socket=s07-3');
      await page.getByRole('button', { name: '充满或中断时提醒我' }).click();
      await page.getByRole('button', { name: '会提醒您，请不要关闭本页' }).waitFor();
      Object.assign(server.town.shedById('s07')!.sockets[2]!, { usage: 'finished', watts: 2 });
      server.wishes.finished = 'full';
      await page.clock.runFor(21_000);
      await page.getByText('夜里（22:00–7:00）不响铃').waitFor();
      same(await shaken(page), 0, 'nobody is woken');
      server.wishes.finished = 'done';
      await page.clock.runFor(21_000);
      await page.getByRole('alert').filter({ hasText: '充满了，请及时挪车' }).waitFor();
      server.wishes.finished = 'move';
      await page.clock.runFor(21_000);
      await page.getByRole('alert').filter({ hasText: '有邻居在等空位' }).waitFor();
      await page.clock.runFor(21_000);
      same(await shaken(page), 2, 'two notices');
    },
  },
];
