import { axe, fits, reaches } from './people';
import { check, PICTURES, same, type Journey } from './runner';

function look(name: string, width: number, height: number, language: string, theme: string): Journey {
  return {
    name: `pressure ${name}, ${language}: nothing is cut off, axe finds nothing`,
    town: { user: 'admin' },
    browser: { viewport: { width, height }, language, theme },
    async run({ page, address }) {
      await page.goto(`${address}/staff#/pressure`);
      await page.locator('.ranked').nth(54).waitFor();
      await fits(page, 'pressure');
      await reaches(page, '#orders-import-title');
      await axe(page, 'pressure');
      await page.screenshot({ path: `${PICTURES}/pressure-${name}-${language}.png`, fullPage: true });
    },
  };
}

export const PRESSURE: readonly Journey[] = [
  look('desk', 1440, 900, 'zh-CN', 'light'),
  look('desk', 1440, 900, 'en', 'dark'),
  look('phone', 390, 844, 'zh-CN', 'light'),
  {
    name: 'the pressure map says that it is an estimate, of when and on what, and follows the hour',
    async run({ page, address }) {
      await page.goto(`${address}/staff#/pressure`);
      await page.getByText('这里的数字都是估计值').waitFor();
      await page.getByText('本系统会话 12,840 次').waitFor();
      await page.getByText('九成把握').waitFor();
      const first = await page.locator('.pressure-list li').first().textContent();
      check(/每周 0\.\d/.test(first ?? ''), `the highest building of the evening: ${first}`);
      await page.getByLabel('几点').fill('4');
      await page.getByText('这一小时没有扑空').waitFor();
      await page.getByRole('button', { name: '扑空（估计）' }).click();
      await page.locator('.filter select').selectOption('s07');
      check(
        (await page.locator('.pressure-sum').textContent())!.startsWith('7号车棚'),
        'the week is that of the shed that was chosen',
      );
      same(await page.locator('.orders-import').count(), 0, 'forms for importing that staff see');
    },
  },
  {
    name: 'an admin imports a file of past orders and hears of the bad line',
    town: { user: 'admin' },
    async run({ page, address }) {
      await page.goto(`${address}/staff#/pressure`);
      const lines = Array.from(
        { length: 20_000 },
        (_, n) => `s01,1,2026-01-01T00:00:00Z,2026-01-01T01:00:00Z,${n}`,
      );
      lines[17_000] = 'broken';
      const buffer = Buffer.from(['shed,socket,startedAt,endedAt,wattHours', ...lines, ''].join('\n'));
      await page.getByLabel('选择文件').setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer });
      await page.getByRole('button', { name: '开始导入' }).click();
      await page.getByText('新增 19,999，已有 0，未采用 1').waitFor();
      await page.getByText('第 17002 行').waitFor();
      await axe(page, 'the outcome of an import');
    },
  },
];
