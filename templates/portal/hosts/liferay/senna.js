// As Liferay does: loaders of modules as globals, and links that replace the page's content in place.
window.require = window.define = Object.assign(() => undefined, { amd: {} });
window.Liferay = { Loader: window.require };
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-senna]');
  if (!link) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  const content = document.querySelector('.portlet-boundary');
  const next = content.cloneNode(false);
  if (link.href.endsWith('report')) {
    // A surface that is cached comes back as it was, later than its page.
    setTimeout(() => next.append(...content.saved), 50);
  } else {
    next.saved = [...content.childNodes];
    next.append('أهلًا بكم في هوي');
  }
  content.replaceWith(next);
});
