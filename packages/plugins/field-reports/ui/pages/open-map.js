// The map of a page is a drawing with links. Whoever wants one to move and zoom presses for it; until then nothing of it is fetched.
const place = document.querySelector('[data-moving]');
const still = document.querySelector('[data-still]');
const button = place.querySelector('button');
const told = place.querySelector('[role=status]');
place.hidden = false;

button.addEventListener('click', async () => {
  button.disabled = true;
  told.textContent = told.dataset.loading;
  const map = document.createElement('tt-reports-map');
  const failed = () => {
    map.remove();
    button.disabled = false;
    told.textContent = told.dataset.failed;
  };
  try {
    await import(place.dataset.moving);
  } catch {
    return failed();
  }
  map.hidden = true;
  map.setAttribute('theme', 'auto');
  map.setAttribute('open', '');
  map.setAttribute('unfiltered', '');
  for (const name of ['category', 'commune', 'status']) if (place.dataset[name] !== '') map.setAttribute(name, place.dataset[name]);
  map.addEventListener('tt-ready', () => {
    still.closest('.split').hidden = true;
    place.hidden = true;
    map.hidden = false;
    map.focus();
  });
  map.addEventListener('tt-error', failed);
  place.after(map);
});
