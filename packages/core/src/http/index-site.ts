import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Kernel } from '../kernel.ts';
import type { Environment } from './environment.ts';

/** `localhost`: the page that links the provinces of this deployment. */
export function indexSite(kernel: Kernel): Hono<Environment> {
  return new Hono<Environment>().get('/', (c) =>
    c.html(html`<!doctype html><title>Tinh Thông</title>${kernel.registry.provinces().map(({ tenant }) => html`<p>${tenant.name.vi}</p>`)}`),
  );
}
