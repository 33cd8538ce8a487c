import { defineConfig } from '@tinhthong/core';
import { fieldReports } from '@tinhthong/field-reports';
import { ledger } from './ledger.ts';

/** A deployment like the one at the root, with a module that counts how often each task took effect. */
export default defineConfig({
  plugins: [fieldReports, ledger],
  templates: new URL('../../../templates/provinces/', import.meta.url),
  demoProvinces: [],
});
