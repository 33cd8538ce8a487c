import { defineConfig } from '@tinhthong/core';

/** Two modules that do as they are told, one that cannot be imported, and one whose import never ends. */
export default defineConfig({
  plugins: ['./loops.ts', './quiet.ts', './broken.ts', ...(process.env['WITH_ENDLESS_IMPORT'] ? ['./endless.ts'] : [])],
  templates: new URL('../../../templates/provinces/', import.meta.url),
  demoProvinces: [],
});
