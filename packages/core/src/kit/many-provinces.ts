import type { ProvinceTemplate } from '../tenancy/template.ts';
import { testTemplate } from './test-template.ts';

/** Small provinces `tinh-01` and so on, for what is done to a whole fleet. */
export function manyProvinces(count: number): ProvinceTemplate[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `tinh-${String(index + 1).padStart(2, '0')}`;
    return { ...testTemplate('hue'), id, code: String(index + 1).padStart(2, '0'), codePrefix: `T${index + 1}`, hosts: [`${id}.localhost`] } as ProvinceTemplate;
  });
}
