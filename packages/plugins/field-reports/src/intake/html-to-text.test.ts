import { expect, test } from 'vitest';
import { htmlToText } from './html-to-text.ts';

test('paragraphs, breaks and lists become lines', () => {
  expect(htmlToText('<p>Kính gửi trung tâm,</p><p>Đèn đường<br>tắt ba đêm.</p><ul><li>ngõ 5</li><li>ngõ 7</li></ul>')).toBe('Kính gửi trung tâm,\nĐèn đường\ntắt ba đêm.\n- ngõ 5\n- ngõ 7');
});

test('entities are letters again, and a letter that only looks like markup stays text', () => {
  expect(htmlToText('R&aacute;c &amp; nước &lt;b&gt; &#7893; g&#xE0;&nbsp;to')).toBe('R&aacute;c & nước <b> ổ gà to');
});

test('scripts, styles and comments are no words, even where they never end', () => {
  expect(htmlToText('<style>p{color:red}</style><p>Ổ gà</p><script>alert(1)</script><!-- ẩn -->')).toBe('Ổ gà');
  expect(htmlToText('<p>Ổ gà</p><script>alert(1)')).toBe('Ổ gà');
  expect(htmlToText('<p>Ổ gà</p><!-- ẩn')).toBe('Ổ gà');
  expect(htmlToText('rộng 3 < 5 m <br>')).toBe('rộng 3 < 5 m');
  expect(htmlToText('Ổ gà <img src=x onerror=alert(1)')).toBe('Ổ gà');
});

test('a long letter of open brackets is read in a moment', () => {
  const start = performance.now();
  htmlToText('<'.repeat(200_000));
  htmlToText('<script '.repeat(100_000));
  htmlToText('<style>'.repeat(100_000));
  htmlToText('<!--'.repeat(200_000));
  expect(performance.now() - start).toBeLessThan(3_000);
});
