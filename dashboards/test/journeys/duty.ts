import type { Page } from 'playwright-core';
import { axe, fits } from './people';
import { check, PICTURES, same, until, type Journey, type Scene } from './runner';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

function trouble({ server }: Scene): void {
  server.town.hurt('s07', 4, 'overcurrent', 16.2, 5.5, 95_000);
  server.town.lose('s12', 640_000);
}

const dialog = (page: Page) => page.getByRole('dialog');
const gone = (page: Page) =>
  until(page, 'the question is answered', async () => (await dialog(page).count()) === 0);

function look(name: string, viewport: typeof PHONE, language: string, theme: string): Journey {
  return {
    name: `duty and rounds ${name}, ${language}: nothing is cut off, axe finds nothing`,
    town: { user: 'officer-1' },
    browser: { viewport, language, theme },
    async run(scene) {
      const { page, address } = scene;
      trouble(scene);
      for (const [hash, row] of [
        ['duty', '.shift'],
        ['rounds', '.round'],
      ] as const) {
        await page.goto(`${address}/staff#/${hash}`);
        await page.locator(row).nth(3).waitFor();
        await fits(page, hash);
        await axe(page, hash);
        const path = `${PICTURES}/${hash}-${name}-${language}.png`;
        await page.screenshot({ path, fullPage: name === 'phone' });
      }
      await page.locator('.head-button').click();
      await dialog(page).waitFor();
      await axe(page, 'a question');
      await page.screenshot({ path: `${PICTURES}/rounds-question-${name}-${language}.png` });
    },
  };
}

export const DUTY: readonly Journey[] = [
  look('desk', DESK, 'zh-CN', 'light'),
  look('desk', DESK, 'en', 'dark'),
  look('phone', PHONE, 'zh-CN', 'light'),
  {
    name: 'an officer puts somebody on duty at the time of the place, and the gap closes',
    town: { user: 'officer-1' },
    // The phone is elsewhere: what is written is meant in the time of the sheds.
    browser: { timezoneId: 'Europe/Oslo' },
    async run({ page, address, server }) {
      await page.goto(`${address}/staff#/duty`);
      await until(page, 'the gap', async () => (await page.locator('.gap').count()) === 1);
      await page.getByRole('button', { name: '排一个班' }).click();
      await dialog(page).getByLabel('谁值班').selectOption('值班员乙');
      await dialog(page).getByLabel('从（当地时间）').fill('2026-01-08T16:00');
      await dialog(page).getByLabel('到（当地时间）').fill('2026-01-08T15:00');
      await dialog(page).getByRole('button', { name: '保存' }).click();
      await dialog(page).getByText('结束时间要晚于开始时间').waitFor();
      await dialog(page).getByLabel('到（当地时间）').fill('2026-01-09T08:00');
      await dialog(page).getByRole('button', { name: '保存' }).click();
      await gone(page);
      await page.getByText('1月8日 16:00 – 1月9日 08:00').waitFor();
      await until(page, 'no gap', async () => (await page.locator('.gap').count()) === 0);
      same(server.duty.shifts.at(-1)?.from, Date.parse('2026-01-08T16:00+08:00'), 'the time at the place');
    },
  },
  {
    name: 'who goes from the contacts goes from the roster and the grids',
    town: { user: 'officer-1' },
    async run({ page, address }) {
      await page.goto(`${address}/staff#/duty`);
      await page.getByRole('button', { name: '指定 第二微网格 的网格长' }).click();
      await dialog(page).getByLabel('网格长').selectOption('值班员甲');
      await dialog(page).getByRole('button', { name: '保存' }).click();
      await gone(page);
      await page.getByRole('button', { name: '删除 值班员甲' }).click();
      await dialog(page).getByText('排班和网格长身份会一并删除').waitFor();
      await dialog(page).getByRole('button', { name: '删除', exact: true }).click();
      await gone(page);
      await page.getByText('现在没有人值班').waitFor();
      await until(page, 'gone', async () => (await page.getByText('值班员甲').count()) === 0);
    },
  },
  {
    name: 'staff hand over with what is open, and cannot change the roster',
    browser: { viewport: PHONE },
    async run(scene) {
      const { page, address, server } = scene;
      trouble(scene);
      await page.goto(`${address}/staff#/duty`);
      await page.getByRole('button', { name: '写入未关闭告警' }).click();
      const note = page.getByLabel('写给下一班');
      check((await note.inputValue()).includes('7号车棚 · 4 号插座 过流'), 'the open alert is in the note');
      await note.fill(`${await note.inputValue()}\n钥匙在值班室`);
      await page.getByRole('button', { name: '交班', exact: true }).click();
      await page.getByText('交班记录已保存').waitFor();
      await page.locator('.notes').getByText('钥匙在值班室').waitFor();
      same(server.duty.notes[0]?.by, 'staff-1', 'who wrote it');
      same(await page.getByRole('button', { name: '排一个班' }).count(), 0, 'buttons of officers');
      same(
        await page
          .getByRole('link', { name: /拨打 值班员甲/ })
          .first()
          .getAttribute('href'),
        'tel:13800000001',
        'a thumb calls',
      );
    },
  },
  {
    name: 'what others change is there when the page comes into view, and each minute',
    async run({ page, address, server }) {
      await page.clock.install();
      await page.goto(`${address}/staff#/duty`);
      await page.locator('.notes').getByText('灯坏，已报修').waitFor();
      const note = { at: server.town.now(), by: 'staff-2', openAlerts: 0, openIncidents: 0 };
      server.duty.notes.unshift({ ...note, text: '门禁已修好' });
      // One page alone is always in view: its event is sent by hand.
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await page.locator('.notes').getByText('门禁已修好').waitFor();
      server.duty.people.push({ contact: 'c9', name: '值班员丁', phone: '', email: '' });
      await page.clock.fastForward(61_000);
      await page.getByText('值班员丁').first().waitFor();
    },
  },
  {
    name: 'a round with a defect needs its words and moves the date',
    browser: { viewport: PHONE },
    async run({ page, address, server }) {
      await page.goto(`${address}/staff#/rounds`);
      await page.locator('.round').first().getByText('逾期 3 天').waitFor();
      await page.getByRole('button', { name: '登记巡检：3 号车棚灭火器' }).click();
      await dialog(page).getByRole('button', { name: '有缺陷' }).click();
      await dialog(page).getByRole('button', { name: '保存' }).click();
      check(await dialog(page).isVisible(), 'a defect without words is not taken');
      await dialog(page).getByLabel(/说明/).fill('喷管开裂');
      await dialog(page).getByRole('button', { name: '保存' }).click();
      await gone(page);
      await page.getByText('喷管开裂').waitFor();
      await page.getByText('30 天内到期').waitFor();
      same(server.duty.rounds[0]?.result, 'defect', 'the result');
      same(await page.locator('.round.late').count(), 0, 'overdue after');
    },
  },
  {
    name: 'a drill says that it is one on the board, in the handover note and in the log',
    async run({ page, address, server }) {
      const { town } = server;
      Object.assign(town.hurt('s03', 1, 'smoke', 0, 0, 60_000), { rule: 'drill' });
      await page.goto(`${address}/staff`);
      await page.locator('.alert').getByText('【演练】烟雾').waitFor();
      await page.screenshot({ path: `${PICTURES}/drill-board.png` });
      await page.goto(`${address}/staff#/duty`);
      await page.getByRole('button', { name: '写入未关闭告警' }).click();
      check(
        (await page.getByLabel('写给下一班').inputValue()).includes('【演练】烟雾'),
        'marked in the note',
      );
    },
  },
];
