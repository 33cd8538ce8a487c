import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Tenant } from '../../plugin/context.ts';
import type { Language } from '../language.ts';
import { icons, offlineScript, pageSheet, portalScript } from '../pages/assets.ts';
import { brandOf } from '../pages/brand.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const text = read('worker.js');
export const retiredWorker = read('retired-worker.js');

export const offlinePath = '/ngoai-tuyen';

/**
 * The service worker of a province in one language. Its text changes with everything that it keeps from the start, and
 * with the modules whose functions stand in the header: browsers then take the new one, which begins anew.
 */
export function workerScript(tenant: Tenant, language: Language, modules: readonly string[]): string {
  const { sheet, mark } = brandOf(tenant);
  const files = [pageSheet, sheet, mark, icons, portalScript, offlineScript].map(({ path }) => path);
  const release = createHash('sha256').update(JSON.stringify([text, files, tenant.name, tenant.hotline, language, modules])).digest('hex').slice(0, 10);
  return `// ${JSON.stringify(tenant.name.vi)}\nconst release = '${release}';\nconst offlinePage = '${offlinePath}?lang=${language}';\nconst files = ${JSON.stringify(files)};\n${text}`;
}
