import { Hono } from 'hono';
import type { Kernel } from '../../kernel.ts';
import type { Environment } from '../environment.ts';
import { homePage } from './home-page.ts';
import { signInRoutes } from './sign-in.ts';

/** The pages that every province has, whatever its modules: home and sign-in. */
export function provincePages(kernel: Kernel): Hono<Environment> {
  return new Hono<Environment>().get('/', (c) => homePage(kernel, c)).route('/', signInRoutes(kernel));
}
