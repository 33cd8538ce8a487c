// The form works as it stands. Where its widget can be had, it takes the form's place: it finds the place by itself, makes
// pictures smaller and sends what was written later. But never under somebody's hands: what was begun stays. And not on a
// slow line: there the form is soonest ready, and what it costs is the reader's.
const place = document.querySelector('[data-take-over]');
const form = place.querySelector('form');
const begun = () =>
  place.contains(document.activeElement) ||
  [...form.elements].some((control) => (control.type === 'checkbox' ? control.checked !== control.defaultChecked : control.type === 'file' ? control.files.length > 0 : control.localName === 'select' ? control.selectedIndex > 0 : control.defaultValue !== undefined && control.value !== control.defaultValue));

/** A form that the page itself has kept is filled in again here. */
const keptHere = async () => 'caches' in globalThis && (await (await caches.open('phan-anh')).match('/phan-anh/gui')) !== undefined;

const slow = () => {
  const { effectiveType = '4g', saveData = false } = navigator.connection ?? {};
  return saveData || effectiveType !== '4g';
};

async function takeOver() {
  if (slow()) return;
  if (await keptHere().catch(() => false)) return;
  await import(place.dataset.source);
  if (begun()) return;
  const widget = document.createElement(place.dataset.takeOver);
  widget.hidden = true;
  widget.setAttribute('theme', 'auto');
  widget.addEventListener('tt-error', () => widget.hidden && widget.remove());
  widget.addEventListener('tt-ready', () => {
    if (begun()) return widget.remove();
    // The page keeps its one heading of the first rank; the widget has its own for the eye.
    place.querySelector('h1').classList.add('unseen');
    for (const other of place.querySelectorAll(`:scope > :not(h1, ${widget.localName})`)) other.remove();
    widget.hidden = false;
  });
  place.append(widget);
}

void takeOver().catch(() => undefined);
