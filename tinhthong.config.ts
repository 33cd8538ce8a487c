import { defineConfig } from '@tinhthong/core';

/** The one place that names both the core and the plugins of this deployment. */
export default defineConfig({
  plugins: ['@tinhthong/field-reports'],
  templates: new URL('./templates/provinces/', import.meta.url),
  demoProvinces: ['hue', 'dak-lak'],
  portal: new URL('./templates/portal/texts/', import.meta.url),
  demoWebsite: new URL('./templates/portal/hosts/', import.meta.url),
});
