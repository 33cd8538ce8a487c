// As ASP.NET does: the page is one form that is posted to itself, and Enter presses its default button.
function __doPostBack(target) {
  document.getElementById('__EVENTTARGET').value = target;
  document.getElementById('Form').submit();
}
window.WebForm_OnSubmit = () => true;
function WebForm_FireDefaultButton(event) {
  if (event.keyCode !== 13 || event.target.tagName === 'TEXTAREA') return true;
  document.getElementById('dnn_cmdSearch').click();
  return false;
}
document.addEventListener('DOMContentLoaded', () => {
  document.getElementById('Form').addEventListener('keypress', (event) => {
    // The default button takes Enter in fields alone; in a shadow tree it sees the host.
    if (event.target.tagName === 'INPUT' && !WebForm_FireDefaultButton(event)) event.preventDefault();
  });
});
