import { expect, test } from 'vitest';
import { embedSnippet, type SnippetWidget } from './snippet.ts';

const form: SnippetWidget = { tag: 'tt-report-form', title: { vi: 'Gửi phản ánh', en: 'Send a report' }, page: '/phan-anh/gui' };
const of = { origin: 'https://hue.example', key: 'pk_a', hotline: '1022', widgets: [form] } as const;

test('four lines are enough, and a link and the number stay when nothing loads', () => {
  expect(embedSnippet({ tier: 'element', ...of })).toBe(`<script type="module" crossorigin src="https://hue.example/embed/v1/tinhthong.js"></script>
<tt-report-form embed-key="pk_a" lang="vi">
  <a href="https://hue.example/phan-anh/gui">Gửi phản ánh</a> hoặc gọi 1022
</tt-report-form>`);
});

test('systems that strip attributes get data-*, careful ones a release with its integrity', () => {
  expect(embedSnippet({ tier: 'data', ...of, widgets: [{ ...form, attributes: { commune: '19789' } }] })).toContain('<tt-report-form data-embed-key="pk_a" data-commune="19789" lang="vi">');
  const pinned = embedSnippet({ tier: 'pinned', ...of, widgets: [{ ...form, src: '/embed/1.0.0-a/field-reports/report-form.js', integrity: 'sha384-a' }], language: 'en' });
  expect(pinned).toContain('<script type="module" crossorigin src="https://hue.example/embed/1.0.0-a/field-reports/report-form.js" integrity="sha384-a"></script>');
  expect(pinned).toContain('<a href="https://hue.example/phan-anh/gui">Send a report</a> or call 1022');
});

test('frames and links need no script', () => {
  expect(embedSnippet({ tier: 'frame', ...of })).toBe(
    '<iframe src="https://hue.example/embed/frame/tt-report-form?key=pk_a&amp;lang=vi" title="Gửi phản ánh" width="100%" height="900" frameborder="0" allow="geolocation"></iframe>\n<p><a href="https://hue.example/phan-anh/gui">Gửi phản ánh</a> hoặc gọi 1022</p>',
  );
  expect(embedSnippet({ tier: 'frame', ...of, widgets: [{ ...form, frameHeight: 200 }] })).toContain('width="100%" height="200"');
  const link = embedSnippet({ tier: 'link', ...of });
  expect(link).toContain('src="https://hue.example/embed/qr.svg?path=/phan-anh/gui"');
  expect(link).not.toMatch(/script|iframe|style=/);
});

test.each(['element', 'data', 'pinned', 'frame', 'link'] as const)('nothing given gets out of where it stands (%s)', (tier) => {
  const evil = '"><script>alert(1)</script>';
  const text = embedSnippet({ tier, origin: 'https://hue.example', key: evil, hotline: evil, widgets: [{ ...form, title: { vi: evil }, page: `/${evil}`, src: `/${evil}`, integrity: evil, attributes: { commune: evil } }] });
  expect(text).not.toContain('<script>');
});
