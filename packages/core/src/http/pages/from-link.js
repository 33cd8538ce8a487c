// What stands behind the # of a link never reaches a server: it goes into its field here, and out of the address.
const field = document.querySelector('[data-from-link]');

function takeFromLink() {
  const secret = decodeURIComponent(location.hash.slice(1));
  // What leads to a place of this page, as the link past its header does, is no secret.
  if (secret === '' || document.getElementById(secret)) return;
  field.value = secret;
  (field.closest('.field') ?? field).hidden = true;
  history.replaceState(null, '', location.pathname + location.search);
  // Whoever reads on in the other language keeps it.
  for (const link of document.querySelectorAll('a[hreflang]')) link.hash = encodeURIComponent(secret);
  if (field.dataset.fromLink === 'send') field.form.requestSubmit();
}

takeFromLink();
// A second link in the same tab changes nothing but what stands behind the #.
addEventListener('hashchange', takeFromLink);
