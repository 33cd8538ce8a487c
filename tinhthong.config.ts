import { defineConfig } from '@tinhthong/core';
import { fieldReports } from '@tinhthong/field-reports';

/** The one place that names both the core and the plugins of this deployment. */
export default defineConfig({
  plugins: [fieldReports],
  templates: new URL('./templates/provinces/', import.meta.url),
  demoProvinces: ['hue', 'dak-lak'],
});
