import type { Page } from 'playwright-core';
import { axe } from './people';
import { check, PICTURES, same, until, type Journey, type Scene } from './runner';

/** A phone as it is common here. */
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Everything around building 24 is full but shed 9; shed 12 is not heard. */
export function evening({ server }: Scene): void {
  const { town } = server;
  for (const shed of town.sheds)
    for (const socket of shed.sockets)
      socket.usage = shed.shed === 's09' && socket.socket < 4 ? 'free' : 'charging';
  town.lose('s12', 640_000);
}

export async function open(page: Page, address: string, path = '/'): Promise<void> {
  await page.goto(address + path);
  await page.locator('.free-card, .town-plan').first().waitFor();
  await page
    .locator('.answer')
    .filter({ hasNotText: /正在读取|Loading/ })
    .waitFor();
}

export const answer = (page: Page) => page.locator('.answer').textContent();

export const RESIDENTS: readonly Journey[] = [
  {
    name: 'a resident chooses the building once and is told where to go, also next time',
    browser: PHONE,
    async run(scene) {
      const { page, address } = scene;
      evening(scene);
      await open(page, address);
      await page.getByLabel('我家楼栋').selectOption({ label: '24号楼' });
      await until(page, 'an answer', async () =>
        /去9号车棚：3\s个空闲，步行\s\d+\s分钟/.test((await answer(page))!),
      );
      await open(page, address);
      await until(page, 'the same', async () => (await answer(page))!.startsWith('去9号车棚'));
      const minutes = await page.locator('.free-card .facts strong').allTextContents();
      const walks = minutes.map(each => Number(/\d+/.exec(each)));
      same(
        walks,
        [...walks].sort((a, b) => a - b),
        'sheds by walking distance',
      );
      check(
        (await page.locator('.free-card').nth(1).textContent())!.includes('已满，约'),
        'until when it is full',
      );
    },
  },
  {
    name: 'the code on a shed answers for that shed, and the building stays remembered',
    browser: PHONE,
    async run(scene) {
      const { page, address } = scene;
      evening(scene);
      await open(page, address, '/?shed=s09');
      same(await answer(page), '就在这里：9号车棚有\u00a03\u00a0个空闲', 'the answer');
      same(
        await page.locator('.free-card.here h2 [aria-hidden]').textContent(),
        '9号车棚',
        'where one stands',
      );
      await open(page, address, '/?shed=s07');
      await until(page, 'the way on', async () => /去9号车棚/.test((await answer(page))!));
      await open(page, address, '/?shed=<b>');
      await page.locator('.answer').waitFor();
    },
  },
  {
    name: 'each shed is one clear sentence for those who listen',
    browser: PHONE,
    async run(scene) {
      const { page, address } = scene;
      evening(scene);
      await open(page, address);
      await page.getByLabel('我家楼栋').selectOption({ label: '24号楼' });
      const heading = (name: string) => page.getByRole('heading', { level: 2, name });
      await heading('9号车棚，步行').waitFor();
      const words = (await page.locator('.free-card h2 .spoken').allTextContents()).join(' ');
      check(/9号车棚，步行\s\d+\s分钟，有 3 个空闲插座，共 1\d 个，消息更新于 .+前。/.test(words), words);
      check(/12号车棚，步行\s\d+\s分钟，暂时不知道有没有空位，消息更新于 10 分钟前。/.test(words), words);
    },
  },
  {
    name: 'favourites come first and stay; a shed opens to its evening and its sockets',
    browser: PHONE,
    async run(scene) {
      const { page, address } = scene;
      evening(scene);
      await open(page, address, '/?shed=s09');
      await page.getByRole('button', { name: '收藏2号车棚' }).click();
      await open(page, address, '/?shed=s09');
      const first = page.locator('.free-card').first();
      same(await first.locator('h2 [aria-hidden]').textContent(), '2号车棚', 'first');
      await first.getByRole('button', { name: '2号车棚的插座与今晚情况' }).click();
      await first.locator('.socket-list li').nth(9).waitFor();
      check((await first.locator('.socket-list').textContent())!.includes('充满'), 'an expected finish');
      same(await first.locator('.chances li').count(), 12, 'hours');
      await axe(page, 'a shed in full');
      await page.screenshot({ path: `${PICTURES}/residents-shed.png` });
    },
  },
  {
    name: 'the plan shows the way, and remembers that it is wanted',
    browser: PHONE,
    async run(scene) {
      const { page, address } = scene;
      evening(scene);
      await open(page, address, '/?shed=s07');
      await page.getByRole('button', { name: '平面图' }).click();
      await page.locator('.way-line').waitFor();
      check((await page.locator('.way').textContent())!.startsWith('9号车棚，步行'), 'the way in words');
      const [frame, me] = await Promise.all(
        ['.town-scroll', '.me'].map(each => page.locator(each).boundingBox()),
      );
      check(me!.x > frame!.x && me!.x + me!.width < frame!.x + frame!.width, 'where one stands is in view');
      await page.getByRole('button', { name: /^3号车棚/ }).click();
      await until(page, 'another way', async () =>
        (await page.locator('.way').textContent())!.startsWith('3号车棚'),
      );
      await axe(page, 'the plan');
      await page.screenshot({ path: `${PICTURES}/residents-plan.png` });
      await open(page, address);
      await page.locator('.town-plan').waitFor();
    },
  },
  {
    name: 'without a network the page opens with what was seen last and its age, and calls nothing free',
    browser: PHONE,
    provokes: /ERR_/,
    async run(scene) {
      const { page, address, server } = scene;
      evening(scene);
      await open(page, address);
      await page.evaluate(() => navigator.serviceWorker.ready);
      await open(page, address); // Now through the worker, which keeps the page and its parts.
      server.reachable = false;
      await page.goto(`${address}/?shed=s09`);
      await page.getByText('没有网络').waitFor();
      same(await page.locator('.offer-free').count(), 0, 'sheds called free');
      check(
        (await page.locator('.here .facts').textContent())!.includes('有 3 个空闲'),
        'what was seen last',
      );
      server.reachable = true;
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await page.locator('.offer-free').first().waitFor();
    },
  },
  {
    name: 'residents see free sockets and ages, and nothing is called free from old numbers',
    provokes: /ERR_/,
    browser: PHONE,
    async run({ page, address, server }) {
      server.town.lose('s12', 640_000);
      await page.clock.install();
      await page.goto(`${address}/`);
      await page.locator('.free-card').nth(16).waitFor();
      const lost = page.locator('.free-card').filter({ hasText: '12号车棚' });
      same(await lost.locator('.offer').textContent(), '暂时无法得知', 'a lost shed');
      check((await lost.textContent())!.includes('10 分钟前'), 'its age');
      server.reachable = false;
      await page.clock.runFor(100_000);
      await page.locator('.banner').getByText('没有收到任何数据').waitFor();
      same(await page.locator('.offer-free').count(), 0, 'sheds called free');
      same(await answer(page), '暂时不知道哪里有空位。', 'the answer');
      server.reachable = true;
      await page.clock.runFor(21_000);
      await page.locator('.offer-free').first().waitFor();
    },
  },
];
