import { readFile } from 'node:fs/promises';
import { withParts } from './markdown.ts';
import { rulesPage } from './rules.ts';
import { moveTable, stateDiagram, statesPage } from './states.ts';
import { folderTable, wherePage } from './where.ts';

/** What `npm run generate` writes beside the API and the schema, and `npm run drift` compares. */
export async function documents(): Promise<Record<string, string>> {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  return {
    'README.md': withParts(readme, { states: `${stateDiagram()}\n\n${moveTable()}`, folders: folderTable() }),
    'docs/states.md': statesPage(),
    'docs/rules.md': rulesPage(),
    'docs/where.md': wherePage(),
  };
}
