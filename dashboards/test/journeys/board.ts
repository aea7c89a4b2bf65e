import type { Page } from 'playwright-core';
import { check, PICTURES, same, until, type Journey } from './runner';

export const board = async (page: Page, address: string, hash = '') => {
  await page.goto(`${address}/staff${hash}`);
  await page.locator('.shed-tile').nth(16).waitFor();
};

export const BOARD: readonly Journey[] = [
  {
    name: 'a wrong password is refused in words, the right one opens the board',
    town: { open: false },
    provokes: /401/,
    async run({ page, address }) {
      await page.goto(`${address}/staff`);
      await page.getByLabel('用户名').fill('staff-1');
      await page.getByLabel('密码').fill('wrong');
      await page.getByRole('button', { name: '登录' }).click();
      await page.getByText('用户名或密码不正确').waitFor();
      await page.getByLabel('密码').fill('plain-sailing');
      await page.getByRole('button', { name: '登录' }).click();
      await page.locator('.shed-tile').nth(16).waitFor();
      await page.getByRole('button', { name: /退出登录/ }).click();
      await page.getByLabel('用户名').waitFor();
      same(await page.locator('.shed-tile').count(), 0, 'nothing is left on the screen after logging out');
    },
  },
  {
    name: 'the board shows 55 buildings, 17 sheds and 180 sockets, and adds up',
    async run({ page, address, server }) {
      await board(page, address);
      await until(page, '55 buildings', async () => (await page.locator('.buildings rect').count()) === 55);
      same(await page.locator('.shed-tile').count(), 17, 'sheds');
      same(await page.locator('.shed-tile .mark').count(), 180, 'sockets');
      const free = server.town.sheds
        .flatMap(shed => shed.sockets)
        .filter(each => each.usage === 'free').length;
      same(await page.locator('.total-free .figure').textContent(), String(free), 'free sockets');
    },
  },
  {
    name: 'a change comes to the plan, the table and the totals without being asked for',
    async run({ page, address, server }) {
      await board(page, address);
      const unusable = page.locator('.total-unusable .figure');
      same(await unusable.textContent(), '0', 'unusable before');
      server.town.hurt('s07', 4, 'overcurrent', 16.2, 5.5);
      await until(page, 'one unusable', async () => (await unusable.textContent()) === '1');
      same(await page.locator('.shed-tile .mark-tripped').count(), 1, 'tripped marks on the plan');
      same(await page.locator('.shed-row .mark-tripped').count(), 1, 'tripped marks in the table');
    },
  },
  {
    name: 'who stands at a full shed is sent to the nearest free one that is heard',
    async run({ page, address, server }) {
      const { town } = server;
      for (const socket of town.shedById('s07')!.sockets) socket.usage = 'charging';
      await board(page, address, '#/shed/s07');
      const words = page.locator('.drawer .redirect');
      const told = (await words.textContent()) ?? '';
      const [, named] = /^已满；(.+)有 \d+ 个空闲，步行约 \d+ 分钟$/.exec(told) ?? [];
      check(named !== undefined, `where to go: ${told}`);
      check(told === (await page.locator('.shed-row.open .redirect').textContent()), 'the list says it too');
      town.lose(town.sheds.find(each => each.name.zh === named)!.shed);
      await until(page, 'nobody is sent to a silent shed', async () => {
        const now = await words.textContent();
        return now !== null && now.startsWith('已满；') && !now.includes(named);
      });
      await page.screenshot({ path: `${PICTURES}/staff-redirect.png` });
    },
  },
  {
    name: 'what hangs on walls is one click away: the notice, all sheets, the sheet of a shed',
    async run({ page, address }) {
      await board(page, address, '#/shed/s07');
      const link = (name: string) => page.getByRole('link', { name }).getAttribute('href');
      same(await link('电梯厅一周公告'), '/api/v1/lobby-notice', 'the notice');
      same(await link('全部车棚张贴页'), '/api/v1/sheets', 'all sheets');
      same(await link('打印车棚张贴页'), '/api/v1/sheds/s07/sheet', 'the sheet of the open shed');
      same(await link('打印插座标签'), '/api/v1/sheds/s07/labels', 'the labels of its sockets');
      await page.keyboard.press('Escape'); // The open shed covers the links of the board.
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: '电梯厅一周公告' }).click(),
      ]);
      same(file.suggestedFilename(), 'liuxi-lobby.pdf', 'the file that is saved');
    },
  },
  {
    name: 'a sheet that the server cannot print yet is refused in words, beside the link',
    provokes: /409/,
    async run({ page, address }) {
      await board(page, address, '#/shed/s07');
      const refused = (where: string) =>
        page.locator(where).getByRole('alert').filter({ hasText: 'SHEDWATCH_PUBLIC_URL' }).waitFor();
      await page.getByRole('link', { name: '打印车棚张贴页' }).click();
      await refused('.drawer-actions');
      await page.screenshot({ path: `${PICTURES}/paper-refused.png` });
      check(page.url().endsWith('#/shed/s07'), 'the board stays');
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: '全部车棚张贴页' }).click();
      await refused('.paper-links');
    },
  },
  {
    name: 'an alert appears and is acknowledged',
    async run({ page, address, server }) {
      await board(page, address);
      await page.getByText('没有未关闭的告警').waitFor();
      server.town.hurt('s07', 4, 'overcurrent', 16.2, 5.5);
      const card = page.locator('.alert').filter({ hasText: '过流' });
      await card.getByText('7号车棚 · 4 号插座').waitFor();
      check(
        (await card.textContent())!.includes('实测 16.20\u00a0A，限值 5.50\u00a0A'),
        'measure and limit are shown',
      );
      check((await card.textContent())!.includes('已自动断电'), 'that the relay opened is shown');
      await card.getByRole('button', { name: /^确认告警/ }).click();
      await card.getByText('staff-1 已确认').waitFor();
      same(await card.getByRole('button', { name: /^确认告警/ }).count(), 0, 'acknowledge buttons left');
      same(server.town.alerts[0]?.state, 'active-acknowledged', 'state at the server');
    },
  },
  {
    name: 'a lost shed is unknown, never free, and says what was heard last',
    async run({ page, address, server }) {
      await board(page, address);
      server.town.lose('s12', 640_000);
      const tile = page.locator('.shed-tile.silent');
      await tile.waitFor();
      same(await tile.locator('.mark-unknown').count(), 10, 'unknown marks');
      same(await tile.locator('.tile-free').textContent(), '失联', 'note on the tile');
      await tile.click();
      await page.locator('.drawer').getByText('失联前：').first().waitFor();
    },
  },
  {
    name: 'the page says in words that its numbers are old, and comes back',
    provokes: /ERR_/,
    async run({ page, address, server }) {
      await page.clock.install();
      await board(page, address);
      await page.locator('.link-live').waitFor();
      server.reachable = false;
      server.cutStreams();
      await page.locator('.link-lost').waitFor();
      same(await page.locator('.banner').count(), 0, 'banners before the limit');
      await page.clock.fastForward(40_000);
      await page.locator('.banner').getByText('没有收到任何数据').waitFor();
      await page.locator('.desk.stale').waitFor();
      await page.screenshot({ path: 'target/screenshots/desk-stale.png' });
      server.reachable = true;
      await page.clock.fastForward(25_000);
      await page.locator('.link-live').waitFor();
      await until(page, 'no banner', async () => (await page.locator('.banner').count()) === 0);
    },
  },
  {
    name: 'a stream that stays open and silent is given up',
    async run({ page, address, server }) {
      await page.clock.install();
      await board(page, address);
      server.mute = true;
      await page.clock.fastForward(36_000);
      await page.locator('.link-lost').waitFor();
      server.mute = false;
      await page.clock.fastForward(2_000);
      await page.locator('.link-live').waitFor();
    },
  },
  {
    name: 'a burst of 2,000 messages is drawn at most once a frame',
    async run({ page, address, server }) {
      await board(page, address);
      await page.evaluate(() => {
        const seen = { draws: 0, frames: 0 };
        Object.assign(window, { seen });
        new MutationObserver(() => seen.draws++).observe(document.querySelector('.plan-svg')!, {
          subtree: true,
          attributes: true,
          childList: true,
          characterData: true,
        });
        const frame = () => {
          seen.frames++;
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      });
      for (let n = 0; n < 2_000; n++) server.town.stir();
      server.town.hurt('s01', 1, 'overpower', 812, 600);
      await page.locator('.alert').first().waitFor();
      const seen = await page.evaluate(
        () => (window as unknown as { seen: { draws: number; frames: number } }).seen,
      );
      check(seen.draws <= seen.frames + 2, `${seen.draws} drawings in ${seen.frames} frames`);
    },
  },
  {
    name: 'the language changes at once, everywhere, and is remembered',
    async run({ page, address, server }) {
      server.town.hurt('s07', 4, 'overcurrent', 16.2, 5.5);
      await board(page, address);
      await page.getByRole('button', { name: 'Switch to English' }).click();
      await page.getByRole('heading', { name: 'Alerts' }).waitFor();
      await page.locator('.shed-tile').nth(16).waitFor();
      same(await page.locator('html').getAttribute('lang'), 'en', 'lang');
      const words = (await page.locator('body').innerText()).replace('中文', '');
      check(!/[\u3400-\u9fff]/.test(words), `Chinese left: ${/.*[\u3400-\u9fff].*/.exec(words)?.[0]}`);
      await page.reload();
      await page.getByRole('heading', { name: 'Alerts' }).waitFor();
    },
  },
];
