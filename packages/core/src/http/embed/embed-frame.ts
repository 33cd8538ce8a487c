import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { embedKeys } from '../../identity/embed-keys.ts';
import type { Kernel } from '../../kernel.ts';
import type { Environment } from '../environment.ts';
import { frameScript, frameSheet } from '../pages/assets.ts';
import { sayIn } from '../pages/say.ts';
import { pagePolicy } from '../standard-headers.ts';
import { ofStatus } from '../to-problem.ts';
import type { EmbedRelease } from './release.ts';

// What an element takes from the address of its frame: its own attributes, never one that runs or looks like something else.
const attribute = /^(?!on|style$|class$|id$|is$|slot$|part$|key$|lang$|embed-key$|province$)[a-z][a-z0-9-]{0,30}$/;

/**
 * `/embed/frame/<tag>?key=pk_…&lang=vi&…`: a widget on a page of its own, for systems that take nothing but frames. Only
 * the websites of the key may frame it, as only they may call with it; who opens it directly sees the same.
 */
export function embedFrame(kernel: Kernel, release: EmbedRelease): Hono<Environment> {
  const keys = embedKeys(kernel.registry.bus);
  return new Hono<Environment>().get('/embed/frame/:tag', async (c) => {
    c.set('operation', 'GET /embed/frame/{tag}');
    const { province, database, language } = c.var;
    const widget = release.widgets.find(({ tag }) => tag === c.req.param('tag'));
    if (widget === undefined || kernel.moduleOn(province, widget.plugin) === undefined) throw ofStatus(404);
    const origins = await keys.originsOf(province.id, database, c.req.query('key') ?? '');
    const say = sayIn(language);
    const given = Object.entries(c.req.query()).filter(([name]) => attribute.test(name));
    c.header('content-security-policy', pagePolicy(origins.join(' ') || undefined));
    c.header('cache-control', 'public, max-age=60');
    return c.html(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say(widget.title)} – ${say(province.tenant.name)}</title>
<link rel="stylesheet" href="${frameSheet.path}">
</head>
<body>
${raw(`<${widget.tag}`)}${given.map(([name, value]) => html` ${raw(name)}="${value}"`)}><a href="${widget.page ?? '/'}" target="_blank">${say(widget.title)}</a> · ${province.tenant.hotline}${raw(`</${widget.tag}>`)}
<script type="module" src="/embed/${release.id}/${widget.file}" integrity="${widget.integrity}"></script>
<script type="module" src="${frameScript.path}"></script>
</body>
</html>`);
  });
}
