import type { BrowserContext, Page } from 'playwright-core';
import { countShakes, full, nextLook, shaken } from './near';
import { axe, fits } from './people';
import { open, PHONE } from './residents';
import { check, same, until, type Journey } from './runner';

const KEYS = { p256dh: 'BCVxsr7N', auth: 'BTBZMqHH' };

/** A browser whose push service is there: here Chromium has none to subscribe at. */
async function withPushService(page: Page, reachable = true): Promise<void> {
  await page.addInitScript(
    ([keys, works]) => {
      Object.defineProperty(PushManager.prototype, 'subscribe', {
        value: (options: PushSubscriptionOptionsInit) =>
          works && options.userVisibleOnly
            ? Promise.resolve({ toJSON: () => ({ endpoint: 'https://push.example.org/1', keys }) })
            : Promise.reject(new DOMException('no push service', 'AbortError')),
      });
    },
    [KEYS, reachable] as const,
  );
}

/** Gives a way to hand the page's worker words, as the browser does when a push service brings them. */
async function carrier(page: Page, address: string): Promise<(word: unknown) => Promise<unknown>> {
  const cdp = await page.context().newCDPSession(page);
  const registered = new Promise<string>(resolve =>
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const found = registrations.find(each => each.scopeURL === `${address}/`);
      if (found) resolve(found.registrationId);
    }),
  );
  await cdp.send('ServiceWorker.enable');
  const registrationId = await registered;
  return word =>
    cdp.send('ServiceWorker.deliverPushMessage', {
      origin: address,
      registrationId,
      data: JSON.stringify(word),
    });
}

const shown = (page: Page) =>
  page.evaluate(async () => {
    const worker = await navigator.serviceWorker.ready;
    return (await worker.getNotifications()).map(({ title, body, tag, lang }) => ({
      title,
      body,
      tag,
      lang,
    }));
  });

type Worker = { registration: ServiceWorkerRegistration; shows: number };

/** Lets the worker count what it has asked the browser to show. */
async function countShows(context: BrowserContext): Promise<void> {
  await context.serviceWorkers()[0]!.evaluate(() => {
    const self = globalThis as unknown as Worker;
    const show = self.registration.showNotification.bind(self.registration);
    self.shows = 0;
    self.registration.showNotification = async (title, options) => {
      await show(title, options);
      self.shows++;
    };
  });
}

const shows = (page: Page) =>
  page
    .context()
    .serviceWorkers()[0]!
    .evaluate(() => (globalThis as unknown as Worker).shows);

/**
 * Brings a word that the worker must show; again where Chromium without a desktop has lost the notification,
 * as it does with about one in ten after it has said that it is shown.
 */
const bring = (page: Page, carry: (word: unknown) => Promise<unknown>, word: { tag: string }) =>
  until(page, `${word.tag} is shown`, async () => {
    const before = await shows(page);
    await carry(word);
    await until(page, `the worker shows ${word.tag}`, async () => (await shows(page)) > before);
    return (await shown(page)).some(({ tag }) => tag === word.tag);
  });

/** Taps the notification; only a real tap may open windows, so what would open is written down. */
async function tap(context: BrowserContext): Promise<unknown> {
  const [worker] = context.serviceWorkers();
  return worker!.evaluate(async () => {
    const self = globalThis as unknown as {
      registration: ServiceWorkerRegistration;
      clients: { openWindow: unknown; matchAll: unknown };
      dispatchEvent(event: Event): boolean;
    };
    const opened: unknown[] = [];
    self.clients.matchAll = () => Promise.resolve([]);
    self.clients.openWindow = (url: unknown) => Promise.resolve(opened.push(url));
    const [notification] = await self.registration.getNotifications();
    const { NotificationEvent } = globalThis as unknown as {
      NotificationEvent: new (name: string, init: unknown) => Event;
    };
    self.dispatchEvent(new NotificationEvent('notificationclick', { notification }));
    for (let i = 0; i < 10; i++) await Promise.resolve();
    return { opened, left: (await self.registration.getNotifications()).length };
  });
}

export const PUSH: readonly Journey[] = [
  {
    name: 'who allows it is told with the page closed: asked by a tap only, shown by the worker, opened by a tap',
    browser: { ...PHONE, permissions: ['notifications'] },
    async run(scene) {
      const { page, address, server } = scene;
      full(scene);
      await withPushService(page);
      await open(page, address, '/?shed=s07');
      await page.getByRole('button', { name: '附近有空位时叫我' }).click();
      await page.getByRole('button', { name: '有空位时叫我', exact: true }).click();
      const offer = page.getByRole('button', { name: '页面关了也通知我' });
      await offer.waitFor();
      await page.getByText('请不要关闭本页').waitFor();
      same(server.wishes.subscriptions, [], 'nothing is given away before the tap');
      await axe(page, 'the offer to be told');
      await fits(page, 'the offer to be told');
      await offer.click();
      await page.getByText('页面关了也会通知您').waitFor();
      same(await page.getByText('请不要关闭本页').count(), 0, 'the page may be closed');
      same(
        server.wishes.subscriptions,
        [{ endpoint: 'https://push.example.org/1', keys: KEYS, language: 'zh' }],
        'the subscription, and nothing else',
      );
      const carry = await carrier(page, address);
      const word = { tag: 't-offered', title: '7号车棚 5 号插座空出来了', body: '请尽快去。', lang: 'zh-CN' };
      await countShows(page.context());
      await bring(page, carry, word);
      await bring(page, carry, word);
      same(
        await shown(page),
        [{ title: word.title, body: word.body, tag: word.tag, lang: word.lang }],
        'once',
      );
      same(await tap(page.context()), { opened: ['/'], left: 0 }, 'the page opens');
    },
  },
  {
    name: 'a page that is looked at calls by itself and no notification repeats it; one in the back leaves it to that',
    browser: { ...PHONE, permissions: ['notifications'] },
    async run(scene) {
      const { page, address, server } = scene;
      const { sockets } = server.town.shedById('s07')!;
      const word = (what: string) => ({ tag: `t-${what}`, title: what, body: '', lang: 'zh-CN' });
      const titles = async () => (await shown(page)).map(({ title }) => title);
      full(scene);
      await countShakes(page);
      await withPushService(page);
      await open(page, address, '/?socket=s07-3');
      await page.getByRole('button', { name: '充满或中断时提醒我' }).click();
      await page.getByRole('button', { name: '页面关了也通知我' }).click();
      await page.getByText('页面关了也会通知您').waitFor();
      const carry = await carrier(page, address);
      await countShows(page.context());
      Object.assign(sockets[2]!, { usage: 'finished', watts: 2 });
      server.wishes.finished = 'done';
      await carry(word('done'));
      await page.getByRole('alert').filter({ hasText: '充满了，请及时挪车' }).waitFor();
      same(await shaken(page), 1, 'the page rang at once');
      await bring(page, carry, word('stopped')); // Of another wish, say: this page has not told it.
      same(await titles(), ['stopped'], 'and only the other');
      await page.evaluate(() => Object.defineProperty(document, 'hidden', { get: () => true }));
      server.wishes.finished = 'move';
      await bring(page, carry, word('move'));
      await page.getByRole('button', { name: '查看' }).click();
      same(await shaken(page), 1, 'nothing rings twice');
    },
  },
  {
    name: 'my charge lasts with the page closed, is found again, and can be taken back',
    browser: { ...PHONE, permissions: ['notifications'] },
    async run(scene) {
      const { page, address, server } = scene;
      full(scene);
      await withPushService(page);
      await open(page, address, '/?socket=s07-3');
      await page.getByRole('button', { name: '充满或中断时提醒我' }).click();
      await page.getByRole('button', { name: '页面关了也通知我' }).click();
      await page.getByText('页面关了也会通知您').waitFor();
      await page.getByRole('button', { name: '我的充电' }).click(); // Closes the part.
      await open(page, address);
      await page.getByText('7号车棚 3 号插座').waitFor();
      same(server.wishes.charges.length, 1, 'the wish goes on');
      await page.getByRole('button', { name: '会提醒您（点一下取消）' }).click();
      await until(page, 'it is taken back', () => server.wishes.charges.length === 0);
      await open(page, address);
      same(await page.getByText('7号车棚 3 号插座').count(), 0, 'nothing is left of it');
    },
  },
  {
    name: 'where the push service is out of reach the page says so and goes on calling by itself, in English',
    browser: { ...PHONE, permissions: ['notifications'], language: 'en' },
    async run(scene) {
      const { page, address, server } = scene;
      full(scene);
      await page.clock.install();
      await withPushService(page, false);
      await open(page, address, '/?shed=s07');
      await page.getByRole('button', { name: 'Call me when one is free nearby' }).click();
      await page.getByRole('button', { name: 'Call me when one is free', exact: true }).click();
      await page.getByRole('button', { name: 'Tell me even when this page is closed' }).click();
      await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor();
      same(server.wishes.subscriptions, [], 'nothing was given');
      Object.assign(server.town.shedById('s07')!.sockets[4]!, { usage: 'free', watts: 0 });
      await nextLook(page);
      await page.getByRole('alert').filter({ hasText: 'go there now' }).waitFor();
    },
  },
  {
    name: 'who does not allow notifications is told how to, and nothing is sent',
    browser: PHONE,
    async run(scene) {
      const { page, address, server } = scene;
      full(scene);
      await withPushService(page);
      await page.addInitScript(() => {
        Object.defineProperty(Notification, 'requestPermission', {
          value: () => Promise.resolve('denied'),
        });
      });
      await open(page, address, '/?shed=s07');
      await page.getByRole('button', { name: '附近有空位时叫我' }).click();
      await page.getByRole('button', { name: '有空位时叫我', exact: true }).click();
      await page.getByRole('button', { name: '页面关了也通知我' }).click();
      await page.getByRole('alert').filter({ hasText: '没有得到通知权限' }).waitFor();
      check(server.wishes.subscriptions.length === 0, 'nothing was given');
    },
  },
];
