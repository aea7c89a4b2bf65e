import type { Page } from 'playwright-core';
import { axe, fits } from './people';
import { PICTURES, same, until, type Journey } from './runner';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
const rows = (page: Page) => page.locator('.reports > li');

function look(name: string, viewport: typeof PHONE, language: string): Journey {
  return {
    name: `reported fly-lines ${name}, ${language}: nothing is cut off, axe finds nothing`,
    browser: { viewport, language },
    async run({ page, address }) {
      await page.goto(`${address}/staff#/reports`);
      await rows(page).nth(1).waitFor();
      await fits(page, 'reports');
      await axe(page, 'reports');
      await page.screenshot({ path: `${PICTURES}/reports-${name}-${language}.png` });
    },
  };
}

export const REPORTED: readonly Journey[] = [
  look('desk', DESK, 'zh-CN'),
  look('desk', DESK, 'en'),
  look('phone', PHONE, 'zh-CN'),
  {
    name: 'staff answer a report of a fly-line on a phone, and those without an answer come first',
    browser: { viewport: PHONE },
    async run({ page, address, server }) {
      await page.goto(`${address}/staff#/reports`);
      await rows(page).first().getByText('晚上八点以后').waitFor();
      await page.getByText('1 条待答复').waitFor();
      same(
        await page.getByRole('link', { name: /照片/ }).getAttribute('href'),
        '/api/v1/reports/C3N8T5WX/photo',
        'the photo',
      );
      await page.getByRole('button', { name: /C3N8T5WX/ }).click();
      await axe(page, 'the answer');
      await page.getByLabel('告诉上报人做了什么').fill('已上门劝导，电线已收回。');
      await page.getByRole('dialog').getByRole('button', { name: '答复' }).click();
      await page.getByText('已答复：已上门劝导，电线已收回。').waitFor();
      await until(page, 'nobody waits', async () => (await page.getByText('条待答复').count()) === 0);
      same(server.answers.get('C3N8T5WX'), '已上门劝导，电线已收回。', 'what the reporter reads');
    },
  },
];
