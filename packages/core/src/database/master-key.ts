import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * The key that wraps every province's data key: 32 bytes as hexadecimal, in the file named by `MASTER_KEY_FILE`.
 * Without it a key is made under the data folder, which is right for a demo and for nothing else.
 */
export async function masterKey(options: { file?: string | undefined; dataDir: string }): Promise<Buffer> {
  const file = options.file ?? join(options.dataDir, 'keys', 'master.key');
  const found = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && options.file === undefined) return undefined;
    throw new Error(`The master key cannot be read from ${file}: ${error.message}`, { cause: error });
  });
  if (found !== undefined) {
    const key = Buffer.from(found.trim(), 'hex');
    if (key.length !== 32) throw new Error(`${file} must hold 32 bytes as 64 hexadecimal digits`);
    return key;
  }
  const key = randomBytes(32);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, key.toString('hex'), { mode: 0o600, flag: 'wx' });
  return key;
}
