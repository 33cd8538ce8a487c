import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { loadTemplate, type ProvinceTemplate } from '../../tenancy/template.ts';

/**
 * Huế and Đắk Lắk as the package `@tinhthong/templates` has them, with what they hold for each module; undefined where
 * a plugin is developed without that package.
 */
export async function templateProvinces(folder: string): Promise<readonly [ProvinceTemplate, ProvinceTemplate] | undefined> {
  const packages = createRequire(join(folder, 'package.json')).resolve.paths('@tinhthong/templates') ?? [];
  const found = packages.map((path) => join(path, '@tinhthong/templates/provinces')).find((path) => existsSync(path));
  if (found === undefined) return undefined;
  return [await loadTemplate(join(found, 'hue')), await loadTemplate(join(found, 'dak-lak'))];
}
