import type { Context as HonoContext } from 'hono';
import { html } from 'hono/html';
import type { Kernel } from '../../kernel.ts';
import type { Environment } from '../environment.ts';
import { page } from '../pages/page.ts';
import { ofStatus } from '../to-problem.ts';
import { plainMarkdown } from './plain-markdown.ts';
import { textPaths } from './text-paths.ts';

/** A text of the province, or of the deployment for all its provinces. */
export async function textPage(kernel: Kernel, c: HonoContext<Environment>, name: keyof typeof textPaths): Promise<Response> {
  c.set('operation', `GET ${textPaths[name]}`);
  const { province, language } = c.var;
  const text = kernel.portal.texts.of(province.tenant, name, language);
  if (text === undefined) throw ofStatus(404);
  const { title, body } = plainMarkdown(text);
  return page(c, { title, keep: true, body: html`<div class="wrap narrow prose"><h1>${title}</h1>\n${body}</div>` });
}
