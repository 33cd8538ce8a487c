// On the page that stands in for one that could not be had: what waits on this device, and which pages it has kept.
const { lang } = document.documentElement;
const say = (vi, en) => (lang === 'en' ? en : vi);

async function show() {
  list('waiting', [...(await drafts().catch(() => [])), ...(await outbox().catch(() => []))]);
  list('seen', await pages().catch(() => []));
}

function list(name, items) {
  const part = document.querySelector(`[data-offline=${name}]`);
  if (items.length === 0) return;
  part.querySelector('ul').append(
    ...items.map(({ href, text, at }) => {
      const item = document.createElement('li');
      const what = document.createElement(href === undefined ? 'span' : 'a');
      if (href !== undefined) what.href = href;
      what.textContent = text;
      item.append(what);
      if (at !== undefined) {
        const when = document.createElement('small');
        when.textContent = ` ${say('lưu lúc', 'kept at')} ${inVietnam(at)}`;
        item.append(when);
      }
      return item;
    }),
  );
  part.hidden = false;
}

/** Forms without a widget keep themselves under their own address. */
async function drafts() {
  const found = [];
  for (const name of (await caches.keys()).filter((one) => !one.startsWith('tt-'))) {
    const cache = await caches.open(name);
    for (const key of await cache.keys()) {
      const at = (await cache.match(key)).headers.get('x-kept-at');
      if (at !== null) found.push({ href: new URL(key.url).pathname, text: say('Biểu mẫu chưa gửi', 'A form that was not sent'), at: Date.parse(at) });
    }
  }
  return found;
}

/** What widgets have kept; nothing is made where nothing was. */
function outbox() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('tinhthong');
    request.onupgradeneeded = () => request.transaction.abort();
    request.onerror = () => resolve([]);
    request.onsuccess = () => {
      const all = request.result.transaction('outbox').objectStore('outbox').getAll();
      all.onerror = reject;
      all.onsuccess = () => {
        request.result.close();
        resolve(all.result.map(({ kept }) => kept).filter(({ state }) => state !== 'sent').map(({ body, keptAt }) => ({ text: shorten(body?.description ?? body?.text) || say('Nội dung chưa gửi', 'Something that was not sent'), at: keptAt })));
      };
    };
  });
}

const shorten = (text) => (typeof text === 'string' && text.length > 80 ? `${text.slice(0, 79)}…` : text);

async function pages() {
  const found = new Map();
  for (const name of (await caches.keys()).filter((one) => one.startsWith('tt-pages-'))) {
    const cache = await caches.open(name);
    for (const key of (await cache.keys()).toReversed()) {
      const answer = await cache.match(key, { ignoreVary: true });
      const title = /<title>(.*?) – /.exec(await answer.text())?.[1];
      const { pathname, search } = new URL(key.url);
      if (title !== undefined) found.set(pathname + search, { href: pathname + search, text: plain(title), at: Date.parse(answer.headers.get('date')) || undefined });
    }
  }
  return [...found.values()].slice(0, 12);
}

const plain = (escaped) => new DOMParser().parseFromString(escaped, 'text/html').documentElement.textContent;

function inVietnam(at) {
  const [year, month, day, hour, minute] = new Date(at + 7 * 3_600_000).toISOString().split(/\D/);
  return `${hour}:${minute} ${day}/${month}/${year}`;
}

void show();
