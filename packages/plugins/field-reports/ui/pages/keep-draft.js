// Nobody loses a report to a dead line: what is about to be sent is kept on this device first, pictures as well, goes off
// by itself once the line is back, and is forgotten when its receipt is shown. The form's hidden key makes a repeat harmless.
const place = '/phan-anh/gui';
const probe = new URL(import.meta.url).pathname;
const everySeconds = 15;

const open = () => caches.open('phan-anh');
const keep = async (form) => (await open()).put(place, new Response(new FormData(form), { headers: { 'x-kept-at': new Date().toISOString() } }));
const kept = async () => (await open()).match(place);
const forget = async () => (await open()).delete(place);

const form = document.querySelector('form[data-keep]');
// Without a safe connection browsers give no such place; the form then works as forms do.
if ('caches' in globalThis) {
  if (document.querySelector('[data-sent]')) void forget();
  if (form) void begin();
}

async function begin() {
  // A page that was kept on the device comes with the hidden key of the report before.
  if (document.documentElement.dataset.kept !== undefined) form.elements.namedItem('once').value = crypto.randomUUID();
  const told = form.querySelector('[data-told]');
  const found = await kept();
  // A form that came back holds everything already.
  if (found && !document.querySelector('[role=alert]')) offer(found);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  addEventListener('online', () => form.dataset.waits && void send());

  let isSending = false;
  async function send() {
    if (isSending) return;
    isSending = true;
    await attempt().finally(() => (isSending = false));
  }

  async function attempt() {
    await keep(form).catch(() => undefined);
    if (await isReached()) {
      delete form.dataset.waits;
      told.textContent = '';
      form.submit();
      return;
    }
    form.dataset.waits = 'yes';
    told.textContent = form.dataset.waiting;
    setTimeout(() => form.dataset.waits && void send(), everySeconds * 1000);
  }
}

async function isReached() {
  if (!navigator.onLine) return false;
  return fetch(probe, { method: 'HEAD', cache: 'no-store' }).then(() => true, () => false);
}

/** Asked before it is filled in: somebody else may hold the device now. */
function offer(found) {
  const notice = document.querySelector('[data-draft]');
  const [again, away] = notice.querySelectorAll('button');
  notice.hidden = false;
  notice.querySelector('time').textContent = new Date(found.headers.get('x-kept-at')).toLocaleString(document.documentElement.lang);
  again.addEventListener('click', async () => {
    fill(await found.formData());
    notice.hidden = true;
    form.querySelector('select, input:not([type=hidden]), textarea').focus();
  });
  away.addEventListener('click', async () => {
    await forget();
    notice.hidden = true;
  });
}

function fill(data) {
  const files = new DataTransfer();
  for (const [name, value] of data) {
    const control = form.elements.namedItem(name);
    if (value instanceof File) {
      if (value.size > 0) files.items.add(value);
    } else if (control?.type === 'checkbox') control.checked = true;
    else if (control && name !== 'photo') control.value = value;
  }
  form.elements.namedItem('photos').files = files.files;
}
