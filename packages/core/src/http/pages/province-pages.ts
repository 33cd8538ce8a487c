import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Kernel } from '../../kernel.ts';
import type { Environment } from '../environment.ts';

/** The pages that every province has, whatever its modules: home and sign-in. */
export function provincePages(_kernel: Kernel): Hono<Environment> {
  return new Hono<Environment>().get('/', (c) => c.html(html`<!doctype html><title>${c.get('province').tenant.name.vi}</title>`));
}
