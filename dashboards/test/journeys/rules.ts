import { axe, fits } from './people';
import { check, PICTURES, same, type Journey } from './runner';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

function look(name: string, viewport: typeof PHONE, language: string, theme: string): Journey {
  return {
    name: `rules ${name}, ${language}: nothing is cut off, axe finds nothing`,
    town: { user: 'officer-1' },
    browser: { viewport, language, theme },
    async run({ page, address }) {
      await page.goto(`${address}/safety#/rules`);
      await page.locator('.rule').nth(3).waitFor();
      await page.locator('.rule').nth(2).getByRole('button').last().click();
      await page.locator('.rule-edit').waitFor();
      await fits(page, 'rules');
      await axe(page, 'rules');
      await page.screenshot({ path: `${PICTURES}/rules-${name}-${language}.png`, fullPage: true });
    },
  };
}

export const RULES: readonly Journey[] = [
  look('desk', DESK, 'zh-CN', 'light'),
  look('desk', DESK, 'en', 'dark'),
  look('phone', PHONE, 'zh-CN', 'light'),
  {
    name: 'an officer tests a change on the past and puts it in force with a reason',
    town: { user: 'officer-1' },
    async run({ page, address, server }) {
      await page.goto(`${address}/safety#/rules`);
      await page.getByRole('button', { name: '修改规则：非充电器负载' }).click();
      const save = page.getByRole('button', { name: '生效', exact: true });
      check(await save.isDisabled(), 'nothing to put in force yet');
      await page.getByLabel('功率限值（W）').fill('600');
      await page.getByRole('button', { name: '用最近 30 天的读数回测' }).click();
      await page.getByText('正在回测').waitFor();
      await page.getByText('现行规则 5 条告警，修改后 7 条').waitFor();
      await page.getByText('多出 2 条').click();
      await page.getByText('仍在持续').waitFor();
      await page.getByLabel('修改理由').fill('试运行');
      await save.click();
      await page.getByText('非充电器负载 第 2 版已生效。').waitFor();
      await page.locator('.rule').nth(2).getByRole('button', { name: '版本记录' }).click();
      await page.getByText('功率限值（W）: 700 → 600').waitFor();
      same(server.rules.rules[2]?.versions[0]?.why, '试运行', 'the reason');
    },
  },
  {
    name: 'staff shelve an alert with a reason and an end, and give it to somebody, on a phone',
    browser: { viewport: PHONE },
    async run({ page, address, server }) {
      const alert = server.town.hurt('s07', 4, 'overcurrent', 16.2, 5.5, 95_000);
      await page.goto(`${address}/staff`);
      await page.getByRole('button', { name: /^搁置告警/ }).click();
      await page.getByLabel('搁置多久').selectOption('2 小时');
      await page.getByLabel('理由').fill('等电工');
      await page.getByRole('dialog').getByRole('button', { name: '搁置', exact: true }).click();
      await page.getByRole('button', { name: /^取消搁置/ }).waitFor();
      same(Date.parse(alert.shelvedUntil ?? '') > server.town.now(), true, 'an end that is to come');
      await page.getByRole('button', { name: /^指派告警/ }).click();
      await page.getByLabel('交给谁（留空为不指派）').fill('电工老张');
      await page.getByRole('dialog').getByRole('button', { name: '指派', exact: true }).click();
      await page.getByText('已指派给 电工老张').waitFor();
      await fits(page, 'alerts with their buttons');
      await axe(page, 'alerts with their buttons');
      await page.screenshot({ path: `${PICTURES}/alert-deeds-phone.png`, fullPage: true });
    },
  },
  {
    name: 'staff read the rules and cannot change them',
    async run({ page, address }) {
      await page.goto(`${address}/safety#/rules`);
      await page.locator('.rule').nth(3).waitFor();
      same(await page.getByRole('button', { name: /^修改规则/ }).count(), 0, 'buttons to change');
    },
  },
];
