import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const configFile = fileURLToPath(new URL('vite.config.ts', import.meta.url));

export interface ServedGallery extends AsyncDisposable {
  /** With its slash at the end. */
  readonly url: string;
}

/** Builds the gallery and serves it under its strict policy, for tests and pictures: each in a folder of its own, so that none takes another's files away. */
export async function serveGallery(): Promise<ServedGallery> {
  const outDir = await mkdtemp(join(tmpdir(), 'tinhthong-gallery-'));
  const options = { configFile, logLevel: 'warn' as const };
  await build({ ...options, build: { outDir } });
  const server = await preview({ ...options, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  return {
    url: server.resolvedUrls!.local[0]!,
    async [Symbol.asyncDispose]() {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
