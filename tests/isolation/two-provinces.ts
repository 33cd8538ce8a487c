import { fileURLToPath } from 'node:url';
import type { Plugin } from '@tinhthong/core';
import { loadTemplate } from '@tinhthong/core/template';
import { testWorld, type TestWorld, type TestWorldOptions } from '@tinhthong/core/testing';
import { fieldReports } from '@tinhthong/field-reports';

/** Huế and Đắk Lắk side by side, from their real templates and with the real field reports. */
export async function twoProvinces(options: Partial<TestWorldOptions> & { more?: readonly Plugin[] } = {}): Promise<TestWorld> {
  const { more = [], ...rest } = options;
  const provinces = await Promise.all(['hue', 'dak-lak'].map((name) => loadTemplate(templateFolder(name))));
  return testWorld({ plugins: [fieldReports, ...more], provinces, ...rest });
}

function templateFolder(name: string): string {
  return fileURLToPath(new URL('.', import.meta.resolve(`@tinhthong/templates/provinces/${name}/province.json`)));
}
