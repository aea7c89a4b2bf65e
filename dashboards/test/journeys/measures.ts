import type { Page } from 'playwright-core';
import { axe, fits } from './people';
import { check, PICTURES, same, until, type Journey } from './runner';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const ASKED = '#/pressure/effect?what=price&sheds=s07,s09&date=2025-11-12&weeks=8&of=sessions';

function look(name: string, viewport: typeof DESK, language: string, theme: string): Journey {
  return {
    name: `capacity and before and after ${name}, ${language}: nothing is cut off, axe finds nothing`,
    browser: { viewport, language, theme },
    async run({ page, address }) {
      await page.goto(`${address}/staff#/pressure/capacity`);
      await page.locator('.capacity-table tbody tr').nth(2).waitFor();
      await fits(page, 'capacity');
      await axe(page, 'capacity');
      await page.screenshot({ path: `${PICTURES}/capacity-${name}-${language}.png`, fullPage: true });
      await page.goto(`${address}/staff${ASKED}`);
      await page.locator('.effect-chart').waitFor();
      await fits(page, 'effect');
      await axe(page, 'effect');
      await page.screenshot({ path: `${PICTURES}/effect-${name}-${language}.png`, fullPage: true });
    },
  };
}

const words = (page: Page) => page.locator('.answer-words');

export const MEASURES: readonly Journey[] = [
  look('desk', DESK, 'zh-CN', 'light'),
  look('desk', DESK, 'en', 'dark'),
  look('phone', PHONE, 'zh-CN', 'light'),
  look('phone', PHONE, 'en', 'light'),
  {
    name: 'more sockets: the plan, its limits and what moving is worth, with a link and a sign of work',
    async run({ page, address }) {
      let letGo = () => {};
      const held = new Promise<void>(resolve => (letGo = resolve));
      await page.route('**/api/v1/capacity*', async route => {
        await held;
        await route.continue();
      });
      await page.goto(`${address}/staff#/pressure`);
      await page.getByRole('link', { name: '加插座还是挪车' }).click();
      await page.getByText('正在推演').waitFor();
      check(await page.getByRole('progressbar').isVisible(), 'a sign of work');
      letGo();
      await words(page).getByText('加 5 个插座：7号车棚 加 3 个、4号车棚 加 1 个').waitFor();
      await words(page).getByText('每天约少 4.1 人扑空').waitFor();
      await page.getByText('14（已满）').waitFor();
      same(await page.locator('.marked').count(), 3, 'sheds that are marked on the plan');
      await page.getByText('估计于').waitFor();
      await page.getByLabel('加几个插座').fill('9');
      await page.getByLabel('充满后几分钟内挪车').fill('10');
      await page.getByRole('button', { name: '推演' }).click();
      await page.getByText('要加 9 个，只放得下 7 个').waitFor();
      await page.getByText('充满后 10 分钟内挪走').waitFor();
      check(page.url().endsWith('#/pressure/capacity?sockets=9&minutes=10'), page.url());
      await page.reload();
      await page.getByText('要加 9 个，只放得下 7 个').waitFor();
    },
  },
  {
    name: 'before the first estimate, the pages on pressure say so',
    async run({ page, address, server }) {
      server.unfitted = true;
      await page.goto(`${address}/staff#/pressure/capacity`);
      await page.getByText('还没有估计').waitFor();
      same(await page.locator('.answer-figure').count(), 0, 'figures of nothing');
      await page.getByRole('link', { name: '哪里扑空' }).click();
      await page.getByText('还没有估计').waitFor();
      await axe(page, 'no estimate');
    },
  },
  {
    name: 'before and after: a question is asked, answered, sent on and printed',
    async run({ page, address }) {
      await page.goto(`${address}/staff#/pressure/effect`);
      await page.locator('select[name=what]').selectOption({ label: '张贴通知' });
      await page.getByLabel('从哪天起').fill('2025-11-12');
      await page.getByRole('button', { name: '比较', exact: true }).click();
      await page.getByText('请至少选一个车棚').waitFor();
      await page.getByLabel('7号车棚', { exact: true }).check();
      await page.getByLabel('9号车棚', { exact: true }).check();
      await page.getByRole('button', { name: '比较', exact: true }).click();
      await page.getByRole('heading', { name: /张贴通知：7号车棚、9号车棚，2025年11月12日起/ }).waitFor();
      await words(page).getByText('−18.3').first().waitFor();
      await words(page).getByText('看得出减少').waitFor();
      same(await page.locator('.marked-chosen').count(), 2, 'sheds of the measure on the plan');
      same(await page.locator('.marked-other').count(), 6, 'sheds compared with on the plan');
      const link = '#/pressure/effect?what=notice&sheds=s07,s09&date=2025-11-12&weeks=8&of=sessions';
      check(page.url().endsWith(link), page.url());
      await page.emulateMedia({ media: 'print' });
      for (const gone of ['.effect-ask', '.view-tabs', '.bar', '.print-button'])
        await until(page, `no ${gone} on paper`, async () => !(await page.locator(gone).isVisible()));
      await fits(page, 'on paper');
      await page.screenshot({ path: `${PICTURES}/effect-paper.png`, fullPage: true });
    },
  },
  {
    name: 'before and after: no change found, and the reasons why nothing can be said',
    provokes: /400/,
    async run({ page, address }) {
      await page.goto(`${address}/staff${ASKED.replace('of=sessions', 'of=turned-away')}`);
      await words(page).getByText('看不出变化').waitFor();
      await words(page).getByText('有 2 个变化也这么大').waitFor();
      await page.goto(`${address}/staff${ASKED.replace('2025-11-12', '2025-12-24')}`);
      await words(page).getByText('前面 8 周、后面 2 周').waitFor();
      const sheds = Array.from({ length: 14 }, (_, index) => `s${String(index + 1).padStart(2, '0')}`);
      await page.goto(`${address}/staff${ASKED.replace('s07,s09', sheds.join(','))}`);
      await words(page).getByText('现在 1 个').waitFor();
      await page.goto(`${address}/staff${ASKED.replace('s09', 's99')}`);
      await page.getByText('链接里的车棚、日期有误').waitFor();
      await axe(page, 'a link that is wrong');
    },
  },
];
