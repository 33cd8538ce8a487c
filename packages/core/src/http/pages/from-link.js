// What stands behind the # of a link never reaches a server: it goes into its field here, and out of the address.
const field = document.querySelector('[data-from-link]');
if (field && location.hash.length > 1) {
  field.value = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, '', location.pathname + location.search);
}
