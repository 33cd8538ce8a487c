import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { writeGenerated } from '../write-generated.ts';

/**
 * Leaflet's style sheet as a text that a shadow root adopts: a link or a style element is what strict policies refuse.
 * It needs no Lit, so that the chunk with Leaflet is the same file for every widget, fetched once. Left out is what our
 * maps do not have, and every address of a picture. With `--check` nothing is written.
 */
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const target = join(import.meta.dirname, 'leaflet-rules.gen.ts');
const unused = /leaflet-(control|bar|popup|tooltip|zoom-box|oldie|vml|attribution|safari|div-icon|crosshair|right|left|top|bottom)|lvml|leaflet-touch |-container a$|::selection/;

const source = await readFile(createRequire(import.meta.url).resolve('leaflet/dist/leaflet.css'), 'utf8');
const rules = [...source.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}@]+)\{([^{}]*)\}/g)]
  .map(([, selectors, body]) => [selectors!.split(',').map((one) => one.trim()).filter((one) => !unused.test(one)), body!.trim().replace(/\s+/g, ' ')] as const)
  .filter(([selectors, body]) => selectors.length > 0 && !body.includes('url('))
  .map(([selectors, body]) => `  ${selectors.join(', ')} { ${body} }`);
const text = `// Viết bởi / written by \`npm run generate\`: leaflet/dist/leaflet.css\n\nexport const leafletRules = \`\n${rules.join('\n')}\n\`;\n`;

await writeGenerated(relative('', target), text, values);
