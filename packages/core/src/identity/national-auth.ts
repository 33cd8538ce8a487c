import { open } from '../database/envelope.ts';
import type { Kernel } from '../kernel.ts';
import { type Auth, createAuth } from './auth.ts';

export type NationalSiteName = 'ministry' | 'platform';

/** Accounts of the ministry and of the platform's operators: in the registry, never in a province. */
export async function nationalAuth(kernel: Kernel, site: NationalSiteName, secure: boolean): Promise<Auth> {
  const { db, masterKey } = kernel.registry;
  const { secret } = await db.selectFrom('registry.signing_keys').select('secret').where('purpose', '=', 'national').executeTakeFirstOrThrow();
  return createAuth({
    db: db as never,
    // A session of one site is no session of the other.
    secret: `${site}:${open(masterKey, 'registry|signing_keys|secret|national', secret).toString('hex')}`,
    secure,
    log: { error: (message) => kernel.log.error(message) },
  });
}
