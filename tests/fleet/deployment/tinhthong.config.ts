import { defineConfig } from '@tinhthong/core';
import { streets } from './streets.ts';

/** A deployment whose one module comes in two releases. */
export default defineConfig({
  plugins: [streets],
  templates: new URL('../../../templates/provinces/', import.meta.url),
  demoProvinces: [],
});
