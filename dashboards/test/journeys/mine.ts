import type { Page } from 'playwright-core';
import { axe, fits } from './people';
import { open, PHONE } from './residents';
import { check, PICTURES, same, until, type Journey, type Scene } from './runner';

/** Socket 3 of shed 7 charges. */
function charging({ server }: Scene) {
  const socket = server.town.shedById('s07')!.sockets[2]!;
  Object.assign(socket, { usage: 'charging', watts: 118 });
  return socket;
}

/** Looks come every 20 s; the page's clock is moved on instead of waiting. */
const nextLook = (page: Page) => page.clock.runFor(21_000);

export const MINE: readonly Journey[] = [
  {
    name: 'below the sheds stands what a charge costs here, against the fine and the fires',
    browser: PHONE,
    async run({ page, address }) {
      await open(page, address, '/?shed=s07');
      const card = page.locator('.why');
      await card.getByText('约 0.46 元').waitFor();
      const words = (await card.textContent())!;
      check(words.includes('50–200 元') && words.includes('《上海市非机动车安全管理条例》'), words);
      check(words.includes('最低的罚款够在这里充 108 次。') && words.includes('国家消防救援局'), words);
      await axe(page, 'why not a wire');
    },
  },
  {
    name: 'the code on a socket opens my charge, and the open page tells when it is full',
    browser: PHONE,
    async run(scene) {
      const { page, address } = scene;
      const socket = charging(scene);
      await page.clock.install();
      await page.addInitScript(() => {
        const shaken: unknown[] = [];
        Object.assign(window, { shaken });
        Object.defineProperty(navigator, 'vibrate', { value: (way: unknown) => shaken.push(way) > 0 });
      });
      await open(page, address, '/?socket=s07-3');
      await page.getByText('7号车棚 3 号插座').waitFor();
      check((await page.locator('.mine-facts').textContent())!.includes('预计充满'), 'the expected finish');
      await axe(page, 'my charge');
      await fits(page, 'my charge');
      await page.screenshot({ path: `${PICTURES}/residents-charge.png` });
      await page.getByRole('button', { name: '充满或中断时提醒我' }).click();
      await page.getByRole('button', { name: '会提醒您，请不要关闭本页' }).waitFor();
      Object.assign(socket, { usage: 'finished', watts: 2 });
      await nextLook(page);
      await page.getByRole('alert').filter({ hasText: '充满了，请及时挪车' }).waitFor();
      await page.clock.runFor(1_500);
      await until(page, 'the title calls', async () => (await page.title()) === '充满了，请及时挪车');
      const shaken = await page.evaluate(() => (window as unknown as { shaken: unknown[] }).shaken.length);
      same(shaken, 1, 'one notice');
      Object.assign(socket, { usage: 'free', watts: 0 });
      await nextLook(page);
      await page.getByText('上一次充电').waitFor(); // Nothing of it is taken for what goes on now.
      await page.getByText('1月6日 17:54').waitFor();
    },
  },
  {
    name: 'a charge that stops early is told, in WeChat too, where there is no push',
    browser: {
      ...PHONE,
      userAgent: 'Mozilla/5.0 (Linux; Android 10; wv) Chrome/107.0 MicroMessenger/8.0.40.2420',
    },
    async run(scene) {
      const { page, address } = scene;
      const socket = charging(scene);
      await page.clock.install();
      await page.addInitScript(() => {
        for (const [owner, key] of [
          [window, 'Notification'],
          [window, 'PushManager'],
          [window, 'AudioContext'],
          [navigator, 'serviceWorker'],
        ] as const)
          Object.defineProperty(owner, key, { get: () => undefined });
      });
      await open(page, address);
      await page.getByRole('button', { name: '我的充电' }).click();
      await page.getByLabel('插座编号').fill('7-3');
      await page.getByRole('button', { name: '查看' }).click();
      await page.getByRole('button', { name: '充满或中断时提醒我' }).click();
      await page.getByRole('button', { name: '会提醒您，请不要关闭本页' }).waitFor();
      Object.assign(socket, { usage: 'tripped', watts: 0 });
      await nextLook(page);
      await page.getByRole('alert').filter({ hasText: '充电提前中断：已跳闸' }).waitFor();
      await page.getByLabel('插座编号').fill('hello');
      await page.getByRole('button', { name: '查看' }).click();
      await page.getByRole('alert').filter({ hasText: '编号不对' }).waitFor();
    },
  },
  ...(['zh-CN', 'en'] as const).map((language): Journey => ({
    name: `a fly-line is reported without a name and the answer read by its code, ${language}`,
    browser: { ...PHONE, language },
    provokes: /429/,
    async run(scene) {
      const { page, address, server } = scene;
      const zh = language === 'zh-CN';
      await open(page, address);
      await page.getByRole('button', { name: zh ? '上报飞线' : 'Report a fly-line' }).click();
      const submit = page.getByRole('button', { name: zh ? '提交' : 'Send', exact: true });
      await submit.click();
      await page
        .getByRole('alert')
        .filter({ hasText: zh ? '请先选楼栋' : 'Choose the building' })
        .waitFor();
      await page.getByLabel(zh ? '哪栋楼' : 'Which building').selectOption('b07');
      await page.getByLabel(zh ? '补充说明' : 'Anything else').fill('too often');
      await submit.click();
      await page.getByRole('alert').filter({ hasText: '119' }).waitFor();
      await page.getByLabel(zh ? '补充说明' : 'Anything else').fill('20:00');
      const photo = page.getByLabel(zh ? /照片/ : /Photo/);
      const refused = (words: string) => page.getByRole('alert').filter({ hasText: words }).waitFor();
      await photo.setInputFiles({ name: 'a.heic', mimeType: 'image/heic', buffer: Buffer.from('none') });
      await submit.click();
      await refused(zh ? '请选 JPEG、PNG 或 WebP' : 'Choose a JPEG, PNG or WebP');
      await photo.setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(5_300_000) });
      await submit.click();
      await refused(zh ? '请选 5 MB 以下的照片' : 'Choose one under 5 MB');
      await photo.setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo') });
      await axe(page, 'report');
      await fits(page, 'report');
      await page.screenshot({ path: `${PICTURES}/residents-report-${language}.png`, fullPage: true });
      await submit.click();
      await page.getByText('7K2M9PQR').waitFor();
      const [sent] = server.town.reports as { building: string; device: string; note: string }[];
      same(sent!.building, 'b07', 'the building');
      check(/^[a-z0-9]{10}$/.test(sent!.device), 'a random word');
      await page.getByRole('button', { name: zh ? '查询处理结果' : 'Read what was done' }).click();
      await page.getByText('已上门拆除').waitFor();
    },
  })),
];
