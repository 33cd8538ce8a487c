// Draws the region to hide with a finger, a pen or a mouse; the number fields say the same and stay the way for everybody else.
for (const frame of document.querySelectorAll('[data-draw]')) {
  const form = frame.closest('form');
  const sides = Object.fromEntries([...form.querySelectorAll('[data-side]')].map((input) => [input.dataset.side, input]));
  const box = frame.appendChild(document.createElement('div'));
  box.className = 'region';
  form.querySelector('[data-draw-hint]').hidden = false;
  let from;

  const show = () => {
    const complete = Object.values(sides).every((input) => input.value !== '');
    box.hidden = !complete;
    if (complete) for (const [side, input] of Object.entries(sides)) box.style[side] = `${input.value.replace(',', '.')}%`;
  };
  const place = ({ clientX, clientY }) => {
    const { left, top, width, height } = frame.getBoundingClientRect();
    const within = (share) => Math.min(100, Math.max(0, Math.round(share * 1000) / 10));
    return { x: within((clientX - left) / width), y: within((clientY - top) / height) };
  };
  const draw = (event) => {
    const to = place(event);
    const round = (value) => String(Math.round(value * 10) / 10);
    sides.left.value = round(Math.min(from.x, to.x));
    sides.top.value = round(Math.min(from.y, to.y));
    sides.width.value = round(Math.abs(to.x - from.x));
    sides.height.value = round(Math.abs(to.y - from.y));
    show();
  };

  frame.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    from = place(event);
    frame.setPointerCapture(event.pointerId);
  });
  frame.addEventListener('pointermove', (event) => from && draw(event));
  frame.addEventListener('pointerup', () => (from = undefined));
  frame.addEventListener('pointercancel', () => (from = undefined));
  for (const input of Object.values(sides)) input.addEventListener('input', show);
  show();
}
