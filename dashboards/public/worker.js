// Works for the residents' page while it is closed or away. Without reception it opens the page: from the network when it
// answers in time, else the one of the last visit, whose numbers carry their age; numbers themselves are never kept here.
// And it shows what a wish has come to, when its reader asked for that (Web Push).
const KEPT = 'residents-1';
const PATIENCE_MILLIS = 4_000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => {
  const old = caches
    .keys()
    .then(names => Promise.all(names.filter(name => name !== KEPT).map(name => caches.delete(name))));
  event.waitUntil(Promise.all([old, self.clients.claim()]));
});

self.addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (pathname === '/' && request.mode === 'navigate') event.respondWith(newest(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(kept(request));
});

/** Names of assets change with their content: the kept one is the right one. Old ones go with the page that used them. */
async function kept(request) {
  const found = await caches.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(KEPT)).put(request, answer.clone());
  return answer;
}

async function newest(request) {
  const cache = await caches.open(KEPT);
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MILLIS);
  try {
    const answer = await fetch(request, { signal: patience.signal });
    if (answer.ok) await keepPage(cache, answer.clone());
    return answer;
  } catch (away) {
    const found = await cache.match('/');
    if (found) return found;
    throw away;
  } finally {
    clearTimeout(timer);
  }
}

/** Keeps the page with everything that it names, and lets go of what an older page named. */
async function keepPage(cache, answer) {
  const before = await cache.match('/');
  const html = await answer.clone().text();
  if (before && (await before.text()) === html) return;
  const names = [...html.matchAll(/"(\/assets\/[\w.-]+)"/g)].map(found => found[1]);
  const old = await cache.keys();
  await cache.addAll(names);
  await cache.put('/', answer);
  const lasting = new Set(['/', ...names]);
  await Promise.all(
    old.filter(each => !lasting.has(new URL(each.url).pathname)).map(each => cache.delete(each)),
  );
}

/** How long an open page may take to look for itself. */
const ANSWER_MILLIS = 4_000;
/** Safari takes the right to push away from a worker that shows nothing, also while its page is looked at; others do not. */
const SHOWS_ALWAYS = /AppleWebKit/.test(navigator.userAgent) && !/Chrom/.test(navigator.userAgent);

/** One that comes twice has the same tag and takes its own place in silence. */
self.addEventListener('push', event => event.waitUntil(tell(event.data.json())));

async function tell({ tag, title, body, lang }) {
  if ((await isToldByPage(tag)) && !SHOWS_ALWAYS) return;
  await self.registration.showNotification(title, { tag, body, lang, icon: '/favicon.svg' });
}

/** A page that is looked at rings by itself: it is asked to look, and says whether it did. */
async function isToldByPage(tag) {
  const windows = await self.clients.matchAll({ type: 'window' });
  const asked = windows
    .filter(each => each.visibilityState === 'visible')
    .map(
      page =>
        new Promise(resolve => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => resolve(data === true);
          setTimeout(() => resolve(false), ANSWER_MILLIS);
          page.postMessage({ tag }, [port2]);
        }),
    );
  return (await Promise.all(asked)).includes(true);
}

self.addEventListener('notificationclick', event => {
  event.notification.close();
  event.waitUntil(showPage());
});

/** The page knows by itself which wish it waits for. */
async function showPage() {
  const windows = await self.clients.matchAll({ type: 'window' });
  const page = windows.find(each => new URL(each.url).pathname === '/');
  await (page ? page.focus() : self.clients.openWindow('/'));
}
