import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/**
 * The key that wraps every province's data keys: 32 bytes as 64 hexadecimal digits. While it is being replaced there
 * are two, the newer one first, separated by white space.
 */
export interface MasterKeySource {
  /** Where it comes from, for people. */
  readonly name: string;
  /** The file it stands in, where it stands in one. */
  readonly file?: string;
  read(): Promise<readonly Buffer[]>;
}

export interface MasterKeyOptions {
  /** `MASTER_KEY_FILE` */
  readonly file?: string | undefined;
  /** `MASTER_KEY`: the key itself */
  readonly text?: string | undefined;
  /** `MASTER_KEY_COMMAND`: what a key management service is asked with; prints the key. */
  readonly command?: string | undefined;
  readonly dataDir: string;
}

const run = promisify(execFile);
const commandTimeoutMs = 30_000;

/** From one of the three settings; without any, a key made under the data folder, right for a demo and for nothing else. */
export function masterKeySource({ file, text, command, dataDir }: MasterKeyOptions): MasterKeySource {
  if ([file, text, command].filter((given) => given !== undefined).length > 1) {
    throw new Error('Chỉ đặt một trong / set only one of MASTER_KEY_FILE, MASTER_KEY, MASTER_KEY_COMMAND');
  }
  if (text !== undefined) return { name: 'MASTER_KEY', read: async () => parse(text, 'MASTER_KEY') };
  if (command !== undefined) {
    const name = 'MASTER_KEY_COMMAND';
    return { name, read: async () => parse((await ask(command)).stdout, name) };
  }
  if (file !== undefined) return { name: file, file, read: async () => parse(await readFile(file, 'utf8').catch(unreadable(file)), file) };
  const own = join(dataDir, 'keys', 'master.key');
  return { name: own, file: own, read: async () => parse(await readFile(own, 'utf8').catch(() => make(own)), own) };
}

/** Puts the keys into the file whole or not at all: a half-written one would lock every province. */
export async function writeMasterKeys(file: string, keys: readonly Uint8Array[]): Promise<void> {
  const draft = `${file}.part`;
  await writeFile(draft, keys.map((key) => `${Buffer.from(key).toString('hex')}\n`).join(''), { mode: 0o600, flush: true });
  await rename(draft, file);
}

/** @throws Error where the text is not one or more keys; it never quotes the text */
export function parse(text: string, from: string): readonly Buffer[] {
  const keys = text.trim().split(/\s+/);
  if (!keys.every((key) => /^[0-9a-f]{64}$/i.test(key))) {
    throw new Error(`${from} phải là khóa 32 byte viết bằng 64 chữ số hex / must hold 32 bytes as 64 hexadecimal digits`);
  }
  return keys.map((key) => Buffer.from(key, 'hex'));
}

async function make(file: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
  // Whole or not at all; whoever comes second at the same moment takes the first one's.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return readFile(file, 'utf8');
}

const unreadable = (file: string) => (error: Error) => {
  throw new Error(`Không đọc được khóa chính / the master key cannot be read from ${file}: ${error.message}`, { cause: error });
};

/** What the command printed is never part of an error: it may be the key. */
async function ask(command: string): Promise<{ stdout: string }> {
  return run('/bin/sh', ['-c', command], { timeout: commandTimeoutMs }).catch((error: { code?: number | string; signal?: string }) => {
    throw new Error(`MASTER_KEY_COMMAND không trả khóa / gave no key (${error.signal ?? `exit ${error.code}`})`);
  });
}
