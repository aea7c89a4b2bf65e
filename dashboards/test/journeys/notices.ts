import type { Page } from 'playwright-core';
import { axe, fits } from './people';
import { check, PICTURES, same, until, type Journey, type Scene } from './runner';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
const OFFICER = { user: 'officer-1' };

function trouble({ server }: Scene): void {
  server.town.hurt('s07', 4, 'overcurrent', 16.2, 5.5, 95_000);
}

const dialog = (page: Page) => page.getByRole('dialog');
const gone = (page: Page) =>
  until(page, 'the question is answered', async () => (await dialog(page).count()) === 0);

function look(name: string, viewport: typeof PHONE, language: string, theme: string): Journey {
  return {
    name: `notices and drills ${name}, ${language}: nothing is cut off, axe finds nothing`,
    town: OFFICER,
    browser: { viewport, language, theme },
    async run(scene) {
      const { page, address } = scene;
      trouble(scene);
      scene.server.drills.unshift({
        drill: 'now',
        shed: 's05',
        kind: 'smoke',
        announced: false,
        startedAt: scene.server.town.now() - 130_000,
        startedBy: 'officer-1',
        noticeSeconds: 3,
      });
      for (const [hash, row] of [
        ['notices', '.waiting-line'],
        ['drills', '.drill'],
      ] as const) {
        await page.goto(`${address}/safety#/${hash}`);
        await page.locator(row).first().waitFor();
        await page.locator('.sent-line, .past').first().waitFor();
        await fits(page, hash);
        await axe(page, hash);
        const path = `${PICTURES}/${hash}-${name}-${language}.png`;
        await page.screenshot({ path, fullPage: true });
      }
      await page.goto(`${address}/safety#/notices`);
      await page.locator('.card-head button').first().click();
      await page.locator('dialog details summary').first().click();
      await axe(page, 'the form of a route');
      await page.screenshot({ path: `${PICTURES}/route-${name}-${language}.png` });
    },
  };
}

export const NOTICES: readonly Journey[] = [
  look('desk', DESK, 'zh-CN', 'light'),
  look('desk', DESK, 'en', 'dark'),
  look('phone', PHONE, 'zh-CN', 'light'),
  {
    name: 'a route is added, tried, changed without its key, and removed',
    town: OFFICER,
    async run({ page, address, server }) {
      await page.goto(`${address}/safety#/notices`);
      await page.getByRole('button', { name: '添加路线' }).click();
      const form = dialog(page);
      await form.getByLabel('名称').fill('夜班电话');
      await form.getByLabel('渠道').selectOption('webhook');
      await form.getByLabel('机器人或网关的完整地址').fill('https://voice.example.cn/call?key=very-secret');
      await form.getByLabel('签名密钥（可不填）').fill('hush-hush');
      await form.getByLabel('告诉谁').selectOption('duty');
      await form.getByText('只限这些类型').click();
      await form.getByLabel('烟雾').check();
      await form.getByRole('button', { name: '保存' }).click();
      await gone(page);
      const line = page.locator('.route', { hasText: '夜班电话' });
      await line.getByText('仅 烟雾').waitFor();
      check(!(await page.content()).includes('very-secret'), 'the key is shown');
      await line.getByRole('button', { name: /发测试消息/ }).click();
      await line.getByText('对方已收下').waitFor();
      server.notices.receiver = 'refuses';
      await line.getByRole('button', { name: /发测试消息/ }).click();
      await line.getByText('没有送达：HTTP 503').waitFor();
      await line.getByRole('button', { name: '编辑路线：夜班电话' }).click();
      await form.getByLabel('级别').selectOption('critical');
      await form.getByRole('button', { name: '保存' }).click();
      await gone(page);
      await line.getByText('仅紧急').waitFor();
      const kept = server.notices.routes.find(each => each.name === '夜班电话');
      same(
        [kept?.address, kept?.hasSecret, kept?.rules],
        ['voice.example.cn', true, ['smoke']],
        'what stayed',
      );
      await line.getByRole('button', { name: '删除路线：夜班电话' }).click();
      await dialog(page).getByRole('button', { name: '删除', exact: true }).click();
      await gone(page);
      await until(page, 'it is gone', async () => (await line.count()) === 0);
    },
  },
  {
    name: 'what waits says why, what failed says how, and staff see both but no routes',
    browser: { viewport: PHONE },
    async run(scene) {
      const { page, address } = scene;
      trouble(scene);
      await page.goto(`${address}/safety#/notices`);
      await page.getByText('通知路线由安全管理员设置').waitFor();
      await page.locator('.waiting-line', { hasText: '届时无人处理才发' }).getByText('安全管理员').waitFor();
      await page.locator('.waiting-line').getByText('路线上一条还没送达').waitFor();
      await page.getByLabel('状态').selectOption('未送达');
      await page.getByText('robot says 93000').waitFor();
      await until(page, 'messages that failed', async () => (await page.locator('.sent-line').count()) === 1);
    },
  },
  {
    name: 'a drill is started, marked, ended and compared with those before',
    town: OFFICER,
    async run({ page, address, server }) {
      await page.goto(`${address}/safety#/drills`);
      await page.locator('.past', { hasText: '过流' }).getByText('快 1 分 2 秒').waitFor();
      await page.getByRole('button', { name: '开始演练' }).click();
      await dialog(page).getByText('不会断电').waitFor();
      await dialog(page).locator('select[name=shed]').selectOption('5号车棚');
      await dialog(page).getByRole('button', { name: '不告知' }).click();
      await dialog(page).getByRole('button', { name: '开始演练' }).click();
      await gone(page);
      const running = page.locator('.drill', { hasText: '【演练】烟雾 · 5号车棚' });
      await running.waitFor();
      same(server.drills[0]?.announced, false, 'announced');
      same(server.drills[0]?.kind, 'smoke', 'what is practised');
      await running.getByRole('button', { name: '结束 5号车棚 烟雾 演练' }).click();
      await dialog(page).getByRole('button', { name: '结束演练' }).click();
      await gone(page);
      await page.getByText('没有进行中的演练').waitFor();
      await page.locator('.past', { hasText: '5号车棚' }).getByText('未达到').first().waitFor();
    },
  },
];
