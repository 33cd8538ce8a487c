// Sends the one video of a report piece by piece (tus 1.0). What was broken off goes on where it stopped: after a
// tunnel by itself, after a reload when the same file is chosen again. Without JavaScript the form is not shown.
const piece = 8 * 1024 * 1024;
const waits = [1, 3, 5, 10, 20, 30, 60];

for (const form of document.querySelectorAll('form[data-video]')) {
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(form);
  });
}

async function send(form) {
  const file = form.elements.video.files[0];
  if (file === undefined) return;
  const button = form.querySelector('button');
  const told = form.querySelector('[role=status]');
  const bar = form.querySelector('progress');
  const say = (name, more = '') => (told.textContent = form.dataset[name] + more);
  const { code, followUp } = form.elements;
  const headers = { 'tus-resumable': '1.0.0', ...(followUp.value !== '' && { 'follow-up': followUp.value }) };
  const known = `video|${code.value}|${file.size}|${file.lastModified}`;
  button.disabled = true;
  bar.hidden = false;
  try {
    let address = localStorage.getItem(known);
    let at = address === null ? null : await offset(address, headers);
    if (at === null) {
      const made = await fetch(form.action, { method: 'POST', headers: { ...headers, 'upload-length': String(file.size), 'upload-metadata': `report ${btoa(code.value)}` } });
      if (!made.ok) throw await refusal(made);
      address = made.headers.get('location');
      localStorage.setItem(known, address);
      at = 0;
    }
    for (let failed = 0; at < file.size; ) {
      bar.value = at / file.size;
      say('sending', ` ${Math.floor((100 * at) / file.size)} %`);
      try {
        const body = file.slice(at, at + piece);
        const answer = await fetch(address, { method: 'PATCH', headers: { ...headers, 'upload-offset': String(at), 'content-type': 'application/offset+octet-stream' }, body });
        if (answer.ok) [at, failed] = [Number(answer.headers.get('upload-offset')), 0];
        else if (answer.status < 500 && ![409, 423, 429].includes(answer.status)) throw await refusal(answer);
        else throw new Error(String(answer.status));
      } catch (error) {
        if (error.final || failed >= waits.length) throw error;
        say('waiting');
        await new Promise((resolve) => setTimeout(resolve, waits[failed] * 1000));
        failed += 1;
        at = (await offset(address, headers).catch(() => null)) ?? at;
      }
    }
    bar.value = 1;
    localStorage.removeItem(known);
    say('done');
    form.elements.video.disabled = true;
  } catch (error) {
    told.textContent = error.final ? error.message : form.dataset.broken;
    button.disabled = false;
  }
}

/** How much of it has arrived; null where the server does not know it any more. */
async function offset(address, headers) {
  const answer = await fetch(address, { method: 'HEAD', headers });
  if (!answer.ok && answer.status >= 500) throw new Error(String(answer.status));
  return answer.ok ? Number(answer.headers.get('upload-offset')) : null;
}

async function refusal(answer) {
  const { title = String(answer.status), detail = '', errors = [] } = await answer.json().catch(() => ({}));
  return Object.assign(new Error([title, detail, ...errors.map(({ message }) => message)].filter(Boolean).join(' ')), { final: true });
}
