import { Hono } from 'hono';
import { z } from 'zod';
import { anonymous } from '../../identity/principal.ts';
import type { Kernel } from '../../kernel.ts';
import { Problem } from '../../plugin/problem.ts';
import type { Text } from '../../plugin/text.ts';
import type { Province } from '../../tenancy/registry.ts';
import type { Environment } from '../environment.ts';
import { ownPath } from '../own-path.ts';
import { portalFunctions } from '../pages/portal-functions.ts';
import { qrCode } from '../pages/qr-code.ts';
import { sayIn } from '../pages/say.ts';
import { invalidInput, ofStatus } from '../to-problem.ts';
import type { EmbedRelease } from './release.ts';
import { embedSnippet } from './snippet.ts';

const size = z.coerce.number().int().min(1).max(10_000).optional();
const asked = z.object({ url: z.string().max(2_000), format: z.string().max(20).optional(), maxwidth: size, maxheight: size });
const drawn = z.strictObject({ path: z.string().max(300) });
const [frameWidth, frameHeight, tallest] = [720, 900, 10_000];
const qrSide = 320;
const forEverybody = { 'cache-control': 'public, max-age=3600', 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

/**
 * What stands for a link of this province on other websites: `/embed/oembed?url=…&format=json` (oEmbed 1.0) for systems that
 * turn pasted addresses into more, and `/embed/qr.svg?path=…` for print. A frame's address is rich, with its embed key in
 * it; a page's is a link with its title.
 */
export function embedLinks(kernel: Kernel, release: EmbedRelease): Hono<Environment> {
  return new Hono<Environment>()
    .get('/embed/oembed', (c) => {
      c.set('operation', 'GET /embed/oembed');
      const query = asked.safeParse(c.req.query());
      if (!query.success) throw invalidInput(query.error, 'query');
      const { url, format = 'json', maxwidth = frameWidth, maxheight = tallest } = query.data;
      if (format !== 'json') throw onlyJson();
      const province = c.get('province');
      const link = URL.canParse(url) ? new URL(url) : undefined;
      if (link === undefined || !province.tenant.hosts.includes(link.hostname)) throw ofStatus(404);
      const say = sayIn(c.get('language'));
      const key = link.searchParams.get('key');
      const [, tag] = /^\/embed\/frame\/(tt-[a-z0-9-]+)$/.exec(link.pathname) ?? [];
      const widget = release.widgets.find((one) => one.tag === tag && kernel.moduleOn(province, one.plugin) !== undefined);
      const title = tag === undefined ? titleOf(kernel, province, link.pathname) : key === null ? undefined : widget?.title;
      if (title === undefined) throw ofStatus(404);
      const origin = kernel.urlOf(link.hostname);
      const about = {
        version: '1.0',
        title: `${say(title)} – ${say(province.tenant.name)}`,
        provider_name: say(province.tenant.name),
        provider_url: origin,
        cache_age: 3_600,
      };
      if (widget === undefined || key === null) {
        const picture = { thumbnail_url: `${origin}/embed/qr.svg?${new URLSearchParams({ path: link.pathname })}`, thumbnail_width: qrSide, thumbnail_height: qrSide };
        return c.json({ ...about, type: 'link', ...(maxwidth >= qrSide && maxheight >= qrSide && picture) }, 200, forEverybody);
      }
      const { lang, ...attributes } = Object.fromEntries([...link.searchParams].filter(([name]) => name !== 'key'));
      const [width, height] = [Math.min(frameWidth, maxwidth), Math.min(widget.frameHeight ?? frameHeight, maxheight)];
      const html = embedSnippet({ tier: 'frame', origin, key, hotline: province.tenant.hotline, language: lang === 'en' ? 'en' : 'vi', widgets: [{ ...widget, frameHeight: height, attributes }] });
      return c.json({ ...about, type: 'rich', html, width, height }, 200, forEverybody);
    })
    .get('/embed/qr.svg', async (c) => {
      c.set('operation', 'GET /embed/qr.svg');
      const query = drawn.safeParse(c.req.query());
      if (!query.success) throw invalidInput(query.error, 'query');
      // Only of our own pages: a code that bears the province's address leads to the province.
      const path = ownPath(query.data.path);
      if (path === undefined) throw ofStatus(404);
      const address = kernel.urlOf(c.get('province').tenant.hosts[0]!) + path;
      return c.body(String(await qrCode(address, address)), 200, { ...forEverybody, 'content-type': 'image/svg+xml; charset=utf-8' });
    });
}

/** A page is called after the function of a module that it belongs to: of several the nearest. */
function titleOf(kernel: Kernel, province: Province, path: string): Text | undefined {
  if (path === '/') return { vi: 'Trang chủ', en: 'Home' };
  const over = portalFunctions(kernel, province, anonymous).filter(({ href }) => path === href || path.startsWith(`${href}/`));
  return over.toSorted((a, b) => b.href.length - a.href.length)[0]?.title;
}

function onlyJson(): Problem {
  return new Problem(501, 'format-not-offered', { vi: 'oEmbed ở đây chỉ có format=json.', en: 'oEmbed is offered as format=json only.' });
}
