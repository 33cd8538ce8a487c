import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { open } from '../../secrets/envelope.ts';
import { keepSecret, placeOf } from '../../secrets/module-secrets.ts';
import type { ProvinceTables } from '../../tenancy/province-tables.ts';
import type { Province } from '../../tenancy/registry.ts';

/** The secrets that sign for a webhook: the present one, and after a rotation the one before it for a while. */
export interface SigningSecrets {
  readonly secret: string;
  readonly before: { readonly secret: string; readonly until: string } | null;
}

const bytes = 32;
/** So long both sign, so that a receiver can change over without missing a message. */
const overlapHours = 24;

// Among the secrets of modules, so that they are sealed anew with them.
const core = { id: 'core' };
export const secretName = (webhook: string) => `webhook-${webhook}`;

export function newSecret(): string {
  return `whsec_${randomBytes(bytes).toString('base64')}`;
}

/** The next secrets after a rotation. */
export function rotated({ secret }: SigningSecrets, now: Date): SigningSecrets {
  return { secret: newSecret(), before: { secret, until: new Date(now.getTime() + overlapHours * 3_600_000).toISOString() } };
}

/** Those that sign a message now, the newest first. */
export function inForce({ secret, before }: SigningSecrets, now: Date): string[] {
  return before !== null && new Date(before.until) > now ? [secret, before.secret] : [secret];
}

export function openSecrets(province: Province, webhook: string, sealed: Uint8Array): SigningSecrets {
  return JSON.parse(open(province.dataKeys, placeOf(province, core, secretName(webhook)), sealed).toString()) as SigningSecrets;
}

export async function keepSecrets(db: Kysely<ProvinceTables>, province: Province, webhook: string, secrets: SigningSecrets): Promise<void> {
  await keepSecret(db, province, core, secretName(webhook), JSON.stringify(secrets));
}

export async function readSecrets(db: Kysely<ProvinceTables>, province: Province, webhook: string): Promise<SigningSecrets> {
  const { value } = await db
    .selectFrom('core.secrets')
    .select('value')
    .where('plugin', '=', core.id)
    .where('name', '=', secretName(webhook))
    .executeTakeFirstOrThrow();
  return openSecrets(province, webhook, value);
}
