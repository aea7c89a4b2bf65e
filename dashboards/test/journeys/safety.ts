import type { Page } from 'playwright-core';
import { axe, fits } from './people';
import { check, PICTURES, same, type Journey } from './runner';

const SIZES = [
  { name: 'desk', viewport: { width: 1440, height: 900 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
] as const;

async function entered(page: Page): Promise<void> {
  await page.getByRole('button', { name: '手工登记' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('类型').selectOption('fly-line');
  await dialog.getByLabel('地点').selectOption({ label: '9号楼' });
  await dialog.getByLabel('看到了什么').fill('五楼窗口拉线充电');
  await axe(page, 'entering');
  await dialog.getByRole('button', { name: '登记' }).click();
  await page.locator('.story').getByText('五楼窗口拉线充电').waitFor();
}

/** An incident's whole life by hand, on a desk and on a phone. */
function life(size: (typeof SIZES)[number], language: string): Journey {
  return {
    name: `an incident's life at the safety page: ${size.name}, ${language}`,
    browser: { viewport: size.viewport, language },
    async run({ page, address, server }) {
      server.town.hurt('s07', 4, 'overcurrent', 16.2, 5.5);
      await page.goto(`${address}/safety`);
      await page.locator('.log-table tbody a').first().waitFor();
      await fits(page, 'the list');
      await page.screenshot({ path: `${PICTURES}/safety-${size.name}-${language}.png`, fullPage: true });
      if (language === 'en') {
        await page.locator('.log-table tbody a').first().click();
        await page.locator('.u-over').waitFor();
        await axe(page, 'an incident');
        await page.screenshot({ path: `${PICTURES}/safety-one-${size.name}-en.png`, fullPage: true });
        await page.goto(`${address}/safety#/report`);
        await page.getByText('Sheds that were full longest').waitFor();
        await fits(page, 'the report');
        await axe(page, 'the report');
        await page.screenshot({ path: `${PICTURES}/safety-report-${size.name}-en.png`, fullPage: true });
        return;
      }
      await entered(page);
      await page.getByRole('button', { name: '指派' }).click();
      await page.getByRole('dialog').getByLabel('交给谁').selectOption('police');
      await page.getByRole('dialog').getByLabel('姓名').fill('张警官');
      await page.getByRole('dialog').getByLabel('完成期限').fill('2020-01-05T18:00');
      await page.getByRole('dialog').getByRole('button', { name: '指派' }).click();
      await page.getByText('公安 · 张警官').first().waitFor();
      await page.getByText('已逾期').first().waitFor();
      await page.screenshot({ path: `${PICTURES}/safety-entered-${size.name}.png`, fullPage: true });
      await page.getByRole('button', { name: '解决' }).click();
      await page.getByRole('dialog').getByLabel('怎么解决的').fill('已拆除并签承诺书');
      await page.getByRole('dialog').getByRole('button', { name: '解决' }).click();
      await page.locator('.story').getByText('已拆除并签承诺书').waitFor();
      await page.getByRole('button', { name: '重新打开' }).waitFor();
      await fits(page, 'the incident');

      await page.getByRole('link', { name: '← 事件列表' }).click();
      await page.getByLabel('状态').selectOption('resolved');
      await page.getByRole('button', { name: '查找' }).click();
      await page.getByText('飞线充电').last().waitFor();
      check(page.url().includes('state=resolved'), page.url());
      await page.reload();
      await page.locator('.log-table tbody a').first().waitFor();
      same(await page.locator('.log-table tbody tr').count(), 1, 'rows of the search after a reload');
      const csv = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
      check(csv?.includes('state=resolved') === true, `the export asks the same: ${csv}`);
      await page.getByRole('button', { name: '立即核验' }).click();
      await page.getByText('未发现改动').waitFor();
      await axe(page, 'the list with its verification');
      await page.getByRole('link', { name: '月报' }).click();
      await page.getByText('212（九成把握在 183 到 248 之间）').waitFor();
      await page.getByText('不足 10 户的楼栋组不显示').waitFor();
      await fits(page, 'the report');
      await page.screenshot({ path: `${PICTURES}/safety-report-${size.name}.png`, fullPage: true });
    },
  };
}

export const SAFETY: readonly Journey[] = SIZES.flatMap(size => [life(size, 'zh-CN'), life(size, 'en')]);
