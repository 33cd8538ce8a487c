import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { browserBuild, pagePlugins } from '../src/vite.ts';

/** As strict as the strictest page that a widget has to stand on. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

/** Built as widgets are; what works here works in them. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: pagePlugins(),
  build: { ...browserBuild, outDir: fileURLToPath(new URL('../dist/gallery', import.meta.url)), emptyOutDir: true, assetsInlineLimit: 0 },
  preview: { port: 8530, headers: { 'content-security-policy': policy } },
  server: { port: 8530 },
});
