// On every page of a province: lets the browser keep the portal for when there is no line, and says so of what was kept.
const { lang, dataset } = document.documentElement;
const say = (vi, en) => (lang === 'en' ? en : vi);

if ('serviceWorker' in navigator) {
  // After the page itself: it comes first on a slow line.
  const register = () => void navigator.serviceWorker.register(`/sw.js?lang=${lang}`).catch(() => undefined);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
}

if (dataset.kept !== undefined) {
  const notice = document.createElement('div');
  notice.className = 'kept';
  notice.setAttribute('role', 'status');
  const text = document.createElement('p');
  text.textContent = `${say('Chưa kết nối được. Đây là bản đã lưu trên máy này lúc', 'No connection. This is a copy kept on this device at')} ${inVietnam(dataset.kept)}. `;
  const again = document.createElement('a');
  again.href = '';
  again.textContent = say('Tải lại', 'Load again');
  text.append(again);
  notice.append(text);
  document.querySelector('main').before(notice);
  addEventListener('online', () => (again.textContent = say('Đã có mạng, tải lại', 'The line is back, load again')));
}

function inVietnam(date) {
  const [year, month, day, hour, minute] = new Date(Date.parse(date) + 7 * 3_600_000).toISOString().split(/\D/);
  return `${hour}:${minute} ${day}/${month}/${year}`;
}
