import { expect, test } from 'vitest';
import { plainMarkdown } from './plain-markdown.ts';

const bodyOf = async (text: string) => String(await plainMarkdown(text).body);

test('a text has its title, headings, lists, bold words and links', async () => {
  const text = '# Giới thiệu\n\nGọi **1022** hoặc\n[gửi phản ánh](/phan-anh/gui).\n\n## Ai\n\n- một\n- hai';
  expect(plainMarkdown(text).title).toBe('Giới thiệu');
  expect(await bodyOf(text)).toBe('<p>Gọi <strong>1022</strong> hoặc <a href="/phan-anh/gui">gửi phản ánh</a>.</p><h2>Ai</h2><ul class="bullets"><li>một</li><li>hai</li></ul>');
});

test('nothing of it runs: markup stays text, and a link leads to a page, a letter or a call', async () => {
  expect(await bodyOf('<script>alert(1)</script> [x](javascript:alert) [y](//la.example) [z](https://hue.example/a"b)')).toBe(
    '<p>&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert) [y](//la.example) <a href="https://hue.example/a&quot;b">z</a></p>',
  );
});
