import { answersSize, BUDGETS, sizes } from '../size';
import { axe, fits } from './people';
import { answer, evening, open, PHONE } from './residents';
import { check, PICTURES, type Journey } from './runner';

/** WeChat 8 on Android (its own XWEB browser) and on an iPhone. */
const WECHAT = {
  android:
    'Mozilla/5.0 (Linux; Android 10; V1818A Build/QP1A.190711.020; wv) AppleWebKit/537.36 (KHTML, like Gecko) ' +
    'Version/4.0 Chrome/107.0.5304.141 Mobile Safari/537.36 XWEB/5169 MMWEBSDK/20230701 MicroMessenger/8.0.40.2420 ' +
    'WeChat/arm64 Weixin NetType/4G Language/zh_CN ABI/arm64',
  iphone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 15_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ' +
    'Mobile/15E148 MicroMessenger/8.0.40(0x18002831) NetType/4G Language/zh_CN',
};

const looks: [string, Journey['browser'], string][] = [
  ['phone', { ...PHONE }, 'zh-CN'],
  ['phone', { ...PHONE }, 'en'],
  ['small', { ...PHONE, viewport: { width: 320, height: 640 } }, 'zh-CN'],
];

export const PHONES: readonly Journey[] = [
  ...Object.entries(WECHAT).map(([name, userAgent]): Journey => ({
    name: `in WeChat's browser (${name}), where storage and push may be missing, the answer comes all the same`,
    browser: { ...PHONE, userAgent },
    async run(scene) {
      const { page, address } = scene;
      evening(scene);
      await page.addInitScript(() => {
        for (const [owner, key] of [
          [window, 'localStorage'],
          [navigator, 'serviceWorker'],
          [window, 'Notification'],
          [window, 'PushManager'],
        ] as const)
          Object.defineProperty(owner, key, { get: () => undefined });
      });
      await open(page, address, '/?shed=s07');
      check((await answer(page))!.startsWith('7号车棚已满，去9号车棚'), 'the answer');
      await page.getByRole('button', { name: '收藏2号车棚' }).click();
      await page.getByRole('button', { name: '大字' }).click();
    },
  })),
  ...looks.map(([name, browser, language]): Journey => ({
    name: `a picture: residents, ${name}, ${language}`,
    browser: { ...browser, language },
    async run(scene) {
      const { page, address } = scene;
      evening(scene);
      await open(page, address, '/?shed=s07');
      await fits(page, 'residents');
      await axe(page, 'residents');
      await page.screenshot({ path: `${PICTURES}/residents-${name}-${language}.png` });
      const [large, contrast] = language === 'en' ? ['Large type', 'High contrast'] : ['大字', '高对比'];
      await page.getByRole('button', { name: large }).click();
      await page.getByRole('button', { name: contrast }).click();
      await page.evaluate(() => scrollTo(0, 0));
      await fits(page, 'residents, large');
      await axe(page, 'residents, high contrast');
      await page.screenshot({ path: `${PICTURES}/residents-${name}-${language}-large.png` });
    },
  })),
  {
    name: 'nothing is cut off on a small phone at twice the text size, not even large type',
    textPixels: 32,
    browser: { ...PHONE, viewport: { width: 320, height: 640 } },
    async run(scene) {
      const { page, address } = scene;
      evening(scene);
      await open(page, address, '/?shed=s07');
      await fits(page, 'residents');
      await page.getByRole('button', { name: '大字' }).click();
      await page.getByRole('button', { name: '的插座与今晚情况' }).first().click();
      await page.locator('.socket-list li').nth(9).waitFor();
      await fits(page, 'residents, large, a shed in full');
      await page.getByRole('button', { name: '平面图' }).click();
      await page.locator('.way-line').waitFor();
      await fits(page, 'the plan');
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'Where is a free socket' }).waitFor();
      await fits(page, 'in English');
    },
  },
  {
    name: "pages keep their budgets, and the residents' page loads nothing of staff",
    async run({ page, address }) {
      const found = sizes();
      for (const [name, size] of Object.entries(found)) {
        check(size <= BUDGETS[name as keyof typeof BUDGETS], `${name}: ${size.toFixed(1)} kB zipped`);
      }
      const texts = ['sheds', 'site'].map(async each => (await fetch(`${address}/api/v1/${each}`)).text());
      const all = found.index + answersSize(await Promise.all(texts));
      check(all <= BUDGETS.index, `/ with its answers: ${all.toFixed(1)} kB zipped`);
      const loaded: string[] = [];
      page.on('response', response => loaded.push(new URL(response.url()).pathname));
      await page.goto(`${address}/`);
      await page.locator('.free-card').first().waitFor();
      check(!loaded.some(path => /staff|safety|chart|plan|tonight/.test(path)), loaded.join(' '));
    },
  },
];
