// As "content protection" plugins do: nobody copies, selects, prints or presses what they know.
document.addEventListener('contextmenu', (event) => event.preventDefault());
document.addEventListener('selectstart', (event) => event.preventDefault());
document.addEventListener('copy', (event) => event.preventDefault());
document.addEventListener('keydown', (event) => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if ((event.ctrlKey && 'acupsv'.includes(event.key.toLowerCase())) || event.key === 'F12') event.preventDefault();
  // Space turns the gallery of the theme, unless somebody types: of what stands in a shadow tree it sees the host alone.
  if (event.key === ' ' && !typing) document.documentElement.classList.toggle('gallery-turned');
});
// As optimizers do: what looks like an empty paragraph goes.
document.addEventListener('DOMContentLoaded', () => {
  for (const paragraph of document.querySelectorAll('.entry-content p:empty')) paragraph.remove();
});
