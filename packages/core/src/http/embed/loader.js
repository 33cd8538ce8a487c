// Fetches the widgets that stand on the page, those that come later included. `widgets`, a tag's file, stands above.
const asked = new Set();
const lost = new Map();
const mostTimes = 6;

async function fetchWidget(tag, file) {
  const address = new URL(file, import.meta.url);
  // A browser remembers a module that it could not fetch: asked for again, it has to be called otherwise.
  if (lost.has(tag)) address.search = `again=${lost.get(tag)}`;
  try {
    await import(address);
  } catch {
    const times = (lost.get(tag) ?? 0) + 1;
    lost.set(tag, times);
    // What this page's policy refuses stays refused: the link and the number are there.
    if (times < mostTimes) setTimeout(() => asked.delete(tag) && load(), 2 ** times * 1000);
  }
}

function load() {
  for (const [tag, file] of Object.entries(widgets)) {
    if (asked.has(tag) || customElements.get(tag) !== undefined || document.querySelector(tag) === null) continue;
    asked.add(tag);
    void fetchWidget(tag, file);
  }
}

let waiting = false;
new MutationObserver(() => {
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    load();
  }, 100);
}).observe(document, { childList: true, subtree: true });
addEventListener('online', () => {
  for (const tag of lost.keys()) asked.delete(tag);
  load();
});
load();
