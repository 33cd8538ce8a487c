import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';

/**
 * Writes generated files (path → text) where they have changed; with `check` writes nothing, names those that are
 * stale and makes the process fail.
 */
export async function settleFiles(files: ReadonlyMap<string, string>, { check = false }: { check?: boolean | undefined }): Promise<void> {
  for (const [path, text] of files) {
    if ((await readFile(path, 'utf8').catch(() => undefined)) === text) continue;
    const name = relative(process.cwd(), path);
    if (check) {
      console.error(`✗ ${name} đã cũ, hãy chạy / is stale, run: npm run generate`);
      process.exitCode = 1;
    } else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
      console.log(`✓ ${name}`);
    }
  }
}
