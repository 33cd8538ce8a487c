import { mkdtemp, readFile, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { linkPeers } from '../../../modules/packages/link-peers.ts';
import { readPackageFile } from '../../../modules/packages/package-file.ts';
import { unpack } from '../../../modules/packages/unpack.ts';
import { readSource, type Source } from './source.ts';

export interface OpenSource extends AsyncDisposable {
  readonly source: Source;
}

/** A plugin's folder as it is, or a packed tarball as a deployment would unpack it, in a temporary folder. */
export async function openSource(path: string): Promise<OpenSource> {
  const place = resolve(path);
  const found = await stat(place).catch(() => undefined);
  if (found === undefined) throw new Error(`Không có / there is no ${place}`);
  if (found.isDirectory()) return { source: await readSource(place), [Symbol.asyncDispose]: async () => {} };
  const temporary = await realpath(await mkdtemp(join(tmpdir(), 'tinhthong-plugin-')));
  const remove = () => rm(temporary, { recursive: true, force: true });
  try {
    const folder = join(temporary, 'package');
    await unpack(await readFile(place), folder);
    await linkPeers(folder, await readPackageFile(folder));
    return { source: await readSource(folder, true), [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
