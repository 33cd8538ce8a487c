import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a generated file that is not as it should be; with `check` nothing is written, and the process ends with 1. */
export async function writeGenerated(target: string, text: string, { check }: { readonly check: boolean }): Promise<void> {
  if ((await readFile(target, 'utf8').catch(() => '')) === text) return;
  if (check) {
    console.error(`✗ ${target} đã cũ, hãy chạy / is stale, run: npm run generate`);
    process.exitCode = 1;
    return;
  }
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, text);
  console.log(`✓ ${target}`);
}
