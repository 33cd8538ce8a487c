// What a browser keeps of the portal for when there is no line. `release`, `offlinePage` and `files` stand above.
// A page is kept only where the server says so (`x-keep`): it does for public pages that nobody is signed in to, and for
// nothing else. A new release begins with empty shelves.
const shelf = (name) => `tt-${name}-${release}`;
const most = { pages: 40, files: 80, data: 40 };
const patienceMs = 12_000;
const fromTheStart = new Set([offlinePage, ...files]);

self.addEventListener('install', (event) => {
  // Without the session: what is kept is the same for everybody on this device.
  const ask = (path) => new Request(path, { credentials: 'omit', cache: path === offlinePage ? 'reload' : 'default' });
  event.waitUntil(caches.open(shelf('files')).then((cache) => cache.addAll([offlinePage, ...files].map(ask))));
  self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((name) => name.startsWith('tt-') && !name.endsWith(`-${release}`));
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.registration.navigationPreload?.enable();
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(pageOf(event));
  else if (['style', 'script', 'font', 'manifest'].includes(request.destination) || request.url.includes('/assets/')) event.respondWith(fileOf(event));
  else if (request.destination === '' && !request.headers.get('accept')?.includes('event-stream')) event.respondWith(dataOf(event));
});

async function pageOf(event) {
  const kept = keptPage(event.request.url);
  try {
    const asked = Promise.resolve(event.preloadResponse).then((answer) => answer ?? fetch(event.request));
    const answer = await inTime(asked, (await kept) !== undefined);
    if (answer.ok && !answer.redirected && answer.headers.get('x-keep') === 'page') event.waitUntil(keep('pages', event.request.url, answer.clone()));
    return answer;
  } catch {
    return (await kept) ?? (await caches.match(offlinePage, { ignoreVary: true })) ?? Response.error();
  }
}

/** A line that answers nothing is no better than none, where something is kept. */
function inTime(asked, impatient) {
  if (!impatient) return asked;
  return Promise.race([asked, new Promise((_, late) => setTimeout(() => late(new Error('too slow')), patienceMs))]);
}

/** Says of itself when it was kept; the page tells its reader. */
async function keptPage(url) {
  const answer = await (await caches.open(shelf('pages'))).match(url, { ignoreVary: true });
  if (answer === undefined) return undefined;
  const text = (await answer.text()).replace('<html ', `<html data-kept="${answer.headers.get('date') ?? ''}" `);
  return new Response(text, { headers: answer.headers });
}

/** Under addresses that change with their content: what is there is right. */
async function fileOf(event) {
  const found = await caches.match(event.request, { ignoreVary: true });
  if (found !== undefined && found.headers.get('cache-control')?.includes('immutable')) return found;
  return fetch(event.request).then(
    (answer) => {
      if (answer.ok) event.waitUntil(keep('files', event.request, answer.clone()));
      return answer;
    },
    (error) => found ?? Promise.reject(error),
  );
}

/** Public data, as the server calls it; the newest there is. */
async function dataOf(event) {
  try {
    const answer = await fetch(event.request);
    if (answer.ok && answer.headers.get('cache-control')?.includes('public')) event.waitUntil(keep('data', event.request, answer.clone()));
    return answer;
  } catch (error) {
    const found = await (await caches.open(shelf('data'))).match(event.request, { ignoreVary: true });
    if (found !== undefined) return found;
    throw error;
  }
}

async function keep(name, request, answer) {
  // A full disk keeps nothing, and nobody waits for it.
  try {
    const cache = await caches.open(shelf(name));
    await cache.put(request, answer);
    // Oldest first; what it has from the start stays.
    const keys = (await cache.keys()).filter(({ url }) => !fromTheStart.has(url.slice(location.origin.length)));
    await Promise.all(keys.slice(0, Math.max(0, keys.length - most[name])).map((key) => cache.delete(key)));
  } catch {}
}
