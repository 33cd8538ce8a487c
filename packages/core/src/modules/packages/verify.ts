import { createPublicKey, hash, verify } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** As npm writes it, over the bytes of the tarball. */
export function integrityOf(tarball: Buffer): string {
  return `sha512-${hash('sha512', tarball, 'base64')}`;
}

/**
 * The name of the key in `keys` (a folder of Ed25519 public keys, `<name>.pem`) that made this detached signature over
 * the tarball. Whoever trusts keys takes nothing that none of them signed; without keys nothing is asked for.
 *
 * @param signature 64 bytes, or the same in base64
 */
export async function signerOf(tarball: Buffer, signature: Buffer | undefined, keys: string | undefined): Promise<string | null> {
  if (keys === undefined) return null;
  if (signature === undefined) throw new Error('Gói chưa ký, mà nơi này chỉ nhận gói có chữ ký / the package is not signed, and this deployment takes signed ones only: <tarball>.sig');
  const bytes = signature.length === 64 ? signature : Buffer.from(signature.toString('latin1'), 'base64');
  for await (const name of glob('*.pem', { cwd: keys })) {
    const key = createPublicKey(await readFile(join(keys, name)));
    if (key.asymmetricKeyType === 'ed25519' && verify(null, tarball, key, bytes)) return basename(name, '.pem');
  }
  throw new Error(`Chữ ký không phải của khóa nào trong ${keys} / the signature is of no key in that folder`);
}
