import { defineConfig } from '@tinhthong/core';

/** A deployment that knows no plugin yet: all of them are installed while it runs. */
export default defineConfig({
  plugins: [],
  templates: new URL('../../../templates/provinces/', import.meta.url),
  demoProvinces: [],
});
