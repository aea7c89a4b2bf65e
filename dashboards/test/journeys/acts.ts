import type { Page } from 'playwright-core';
import { board } from './board';
import { check, same, until, type Journey } from './runner';

const row = (page: Page, socket: number) => page.locator('.socket-row').nth(socket - 1);

async function cut(page: Page, socket: number): Promise<void> {
  await page.getByRole('button', { name: `${socket} 号插座断电`, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('现场怎么做').waitFor();
  await dialog.getByRole('button', { name: '确认断电' }).click();
}

/** The first socket of the shed that can be cut. */
const FREE_SHED = '#/shed/s02';

export const ACTS: readonly Journey[] = [
  {
    name: 'cutting a socket asks, says what to do on site, and shows the outcome',
    async run({ page, address, server }) {
      await board(page, address, FREE_SHED);
      await page.getByRole('button', { name: '1 号插座断电', exact: true }).click();
      const property = page.getByRole('link', { name: '物业 021-0000 0000' });
      same(await property.getAttribute('href'), 'tel:02100000000', 'a thumb calls the property office');
      same(await page.getByRole('link', { name: '火警 119' }).getAttribute('href'), 'tel:119', 'and 119');
      await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
      same(server.town.orders.length, 0, 'orders after cancelling');
      await cut(page, 1);
      await page.locator('.orders').getByText('等待车棚回应').waitFor();
      await page.locator('.orders').getByText('已执行').waitFor();
      await row(page, 1).getByText('已停用').waitFor();
      await row(page, 1).getByRole('button', { name: '1 号插座恢复供电' }).click();
      await page.getByRole('button', { name: '已确认安全，恢复供电' }).click();
      await row(page, 1).getByText('空闲').waitFor();
      same(server.town.orders.map(each => each.do).join(), 'close-relay,open-relay', 'orders at the server');
    },
  },
  {
    name: 'a refusal is shown with its reason, a trip is reset only after a question',
    async run({ page, address, server }) {
      server.town.hurt('s02', 3, 'overcurrent', 16.2, 5.5);
      server.town.answer = 'refused';
      await board(page, address, FREE_SHED);
      await row(page, 3)
        .getByRole('button', { name: /跳闸复位/ })
        .click();
      await page.getByRole('dialog').getByText('请先查明跳闸原因').waitFor();
      await page.getByRole('button', { name: '原因已排除，复位' }).click();
      await page.locator('.orders').getByText('被拒绝：原因仍在：过流').waitFor();
    },
  },
  {
    name: 'an order that nobody answers is never called done',
    async run({ page, address, server }) {
      server.town.answer = 'silence';
      await page.clock.install();
      await board(page, address, FREE_SHED);
      await cut(page, 1);
      await page.locator('.orders').getByText('等待车棚回应').waitFor();
      await page.clock.fastForward(125_000);
      await page.locator('.orders').getByText('没有回应，请到现场确认').waitFor();
    },
  },
  {
    name: 'a whole shed is cut and its outcomes are summed up',
    async run({ page, address }) {
      await board(page, address, FREE_SHED);
      await page.getByRole('button', { name: '整棚断电' }).click();
      await page.getByRole('button', { name: '确认断电' }).click();
      await page.locator('.orders').getByText('11 已执行，0 等待，0 被拒，0 过期').waitFor();
    },
  },
  {
    name: 'all sheds are cut only after the word is typed',
    async run({ page, address, server }) {
      await board(page, address);
      await page.getByRole('button', { name: '全部断电' }).click();
      const confirm = page.getByRole('dialog').getByRole('button', { name: '确认断电' });
      check(await confirm.isDisabled(), 'the button is closed before the word');
      await page.getByLabel('请输入“断电”以确认').fill('断电');
      await confirm.click();
      await until(page, '180 orders', () => server.town.orders.length === 180);
      await until(
        page,
        'all disabled',
        async () => (await page.locator('.total-unusable .figure').textContent()) === '180',
      );
    },
  },
  {
    name: 'maintenance is announced with its end and reason, and ended',
    async run({ page, address, server }) {
      await board(page, address, FREE_SHED);
      await page.getByRole('button', { name: '检修模式' }).click();
      await page.getByRole('button', { name: '4 小时后', exact: true }).click();
      await page.getByLabel('原因（居民可见）').fill('更换断路器');
      await page.getByRole('button', { name: '开始检修' }).click();
      await page
        .locator('.drawer')
        .getByText(/检修至 1月7日 23:4\d：更换断路器/)
        .waitFor();
      same(await page.locator('.shed-tile.open .tile-free').textContent(), '检修', 'note on the tile');
      await page.getByRole('button', { name: '结束检修' }).click();
      await page.getByRole('button', { name: '检修模式' }).waitFor();
      same(server.town.shedById('s02')?.maintenance, undefined, 'maintenance at the server');
    },
  },
  {
    name: 'the chart is loaded when it is opened, zooms by dragging and by button, and goes back',
    async run({ page, address }) {
      const asked: URL[] = [];
      const scripts: string[] = [];
      page.on('request', request => {
        const url = new URL(request.url());
        if (url.pathname.endsWith('/readings')) asked.push(url);
        if (url.pathname.includes('/chart-')) scripts.push(url.pathname);
      });
      await board(page, address);
      same(scripts, [], 'chart files before a chart is opened');
      await page.locator('.shed-tile').nth(1).click();
      await page.locator('.u-over').waitFor();
      check(asked[0]!.pathname.endsWith('/sheds/s02/readings'), 'the whole shed first');
      await row(page, 2).getByRole('button', { name: '2 号插座', exact: true }).click();
      await until(page, 'the socket', () => asked.at(-1)!.pathname.endsWith('/sheds/s02/sockets/2/readings'));
      await page.getByRole('button', { name: '1 小时', exact: true }).click();
      await until(page, 'an hour', () => width(asked.at(-1)!) === 3_600_000);
      await page.waitForFunction(() => document.querySelectorAll('.u-over').length === 1);
      const area = (await page.locator('.u-over').boundingBox())!;
      await page.mouse.move(area.x + area.width * 0.25, area.y + 80);
      await page.mouse.down();
      await page.mouse.move(area.x + area.width * 0.75, area.y + 90, { steps: 5 });
      await page.mouse.up();
      await page.getByRole('button', { name: '还原缩放' }).waitFor();
      await until(page, 'half an hour', () => Math.abs(width(asked.at(-1)!) - 1_800_000) < 60_000);
      await page.getByRole('button', { name: '放大' }).click();
      await until(page, 'a quarter', () => Math.abs(width(asked.at(-1)!) - 900_000) < 60_000);
      await page.getByRole('button', { name: '还原缩放' }).click();
      await until(page, 'an hour again', () => width(asked.at(-1)!) === 3_600_000);
      same(scripts.length, 2, 'chart script and style');
    },
  },
  {
    name: 'sessions are listed, filtered and read on',
    async run({ page, address }) {
      await page.goto(`${address}/staff#/sessions`);
      const rows = page.locator('.wide-table tbody tr');
      await rows.nth(49).waitFor();
      await page.getByRole('button', { name: '加载更多' }).click();
      await rows.nth(99).waitFor();
      await page.locator('.filter select').selectOption('s03');
      await until(page, 'one shed only', async () => {
        const places = await rows.locator('td:nth-child(2)').allTextContents();
        return places.length > 0 && places.every(place => place === '3号车棚');
      });
      await page.getByRole('link', { name: '设备消息' }).click();
      await page.getByText('shedwatch/v1/liuxi/s03/alarms').waitFor();
      await page.getByText('51b0c7de 640–702').waitFor();
    },
  },
];

function width(url: URL): number {
  return Date.parse(url.searchParams.get('to')!) - Date.parse(url.searchParams.get('from')!);
}
