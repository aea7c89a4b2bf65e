import { axe, fits, reaches } from './people';
import { check, PICTURES, same, until, type Journey } from './runner';

/** One grey pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

function look(name: string, width: number, height: number, language: string, theme: string): Journey {
  return {
    name: `patrols ${name}, ${language}: nothing is cut off, axe finds nothing`,
    browser: { viewport: { width, height }, language, theme },
    async run({ page, address }) {
      await page.goto(`${address}/staff#/patrols`);
      await page.locator('.candidate').nth(54).waitFor();
      await page.locator('.patrol-plan button').click();
      await page.locator('.stop').nth(5).waitFor();
      await fits(page, 'patrols');
      await reaches(page, '#patrol-ranking-title');
      await axe(page, 'patrols');
      await page.screenshot({ path: `${PICTURES}/patrols-${name}-${language}.png`, fullPage: true });
    },
  };
}

export const PATROLS: readonly Journey[] = [
  look('desk', 1440, 900, 'zh-CN', 'light'),
  look('desk', 1440, 900, 'en', 'dark'),
  look('phone', 390, 844, 'zh-CN', 'light'),
  {
    name: 'a patrol is planned, walked on a phone with three taps a finding, photo and all, and corrected',
    browser: { viewport: { width: 390, height: 844 }, hasTouch: true },
    provokes: /415/,
    async run({ page, address }) {
      await page.goto(`${address}/staff#/patrols`);
      await page.getByText('还没有安排巡查').waitFor();
      await page.getByRole('button', { name: '安排' }).tap();
      const stops = page.locator('.stop');
      await stops.nth(2).waitFor();
      await stops.nth(0).getByRole('button', { name: '没有' }).tap();
      await stops.nth(0).getByText('没有飞线').waitFor();
      await stops.nth(1).getByRole('button', { name: '2 根' }).tap();
      await stops.nth(1).getByRole('button', { name: '已当场清理' }).tap();
      await stops.nth(1).getByText('2 根，已清理').waitFor();
      const camera = stops.nth(1).getByLabel(/^给 .* 拍照$/);
      same(await camera.getAttribute('capture'), 'environment', 'the camera that looks at the wire');
      await camera.setInputFiles({ name: 'wire.png', mimeType: 'image/png', buffer: PIXEL });
      await stops.nth(1).getByRole('img').waitFor();
      await camera.setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('no photo') });
      await stops.nth(1).getByText('这个文件不能用').waitFor();
      await axe(page, 'a finding with its photo');
      await stops.nth(1).screenshot({ path: `${PICTURES}/patrols-finding.png` });
      await stops.nth(1).getByRole('button', { name: '删除照片' }).tap();
      await page.getByRole('dialog').getByRole('button', { name: '删除照片' }).tap();
      await until(page, 'it is erased', async () => (await stops.nth(1).getByRole('img').count()) === 0);
      await stops.nth(1).getByRole('button', { name: /^修改/ }).tap();
      await stops.nth(1).getByRole('button', { name: '1 根' }).tap();
      await stops.nth(1).getByRole('button', { name: '还在' }).tap();
      await stops.nth(1).getByText('1 根，还在').waitFor();
      const head = await page.locator('.walk summary').first().textContent();
      check(/已查 2 \/ \d+，发现 1 根/.test(head ?? ''), `the head counts: ${head}`);
      await page.emulateMedia({ media: 'print' });
      check(await page.locator('.way').first().isVisible(), 'the way is printed');
      check(!(await page.locator('.patrol-ranking').isVisible()), 'the ranking is not printed');
      check(!(await page.locator('.skip').isVisible()), 'nor is what only a keyboard needs');
      const sheets = String(await page.pdf({ format: 'A4' })).match(/\/Type ?\/Page\b/g);
      same(sheets?.length, 1, 'a walk is one sheet');
    },
  },
];
