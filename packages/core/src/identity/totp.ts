import { createHmac, randomBytes } from 'node:crypto';

/** RFC 6238 as authenticator apps read it: SHA-1, six digits, 30 seconds. */
const stepSeconds = 30;
const digits = 6;
/** Steps before and after the present one that still count: clocks of phones go wrong by that much. */
const tolerance = 1;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export const newTotpSecret = (): Buffer => randomBytes(20);

export function totpCode(secret: Uint8Array, at: Date): string {
  return codeOf(secret, stepOf(at));
}

/** The time step that the code belongs to, or undefined where it is of none around now. */
export function stepOfCode(secret: Uint8Array, code: string, now: Date): number | undefined {
  const present = stepOf(now);
  for (let step = present - tolerance; step <= present + tolerance; step += 1) if (codeOf(secret, step) === code) return step;
  return undefined;
}

/** RFC 4648, without padding: what people type where no camera is at hand. */
export function base32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return bits.match(/.{1,5}/g)!.map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

export function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
}

/** What authenticator apps read from a QR code. `issuer` is the site, `label` the account. */
export function otpauthUri(secret: Uint8Array, { issuer, label }: { issuer: string; label: string }): string {
  const name = `${encodeURIComponent(issuer)}:${encodeURIComponent(label)}`;
  return `otpauth://totp/${name}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}

function stepOf(at: Date): number {
  return Math.floor(at.getTime() / 1_000 / stepSeconds);
}

function codeOf(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  // Where the code is cut out of the digest: RFC 4226, 5.3.
  const value = digest.readUInt32BE(digest.at(-1)! & 0xf) & 0x7fffffff;
  return String(value % 10 ** digits).padStart(digits, '0');
}
