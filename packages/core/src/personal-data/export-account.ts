import { sql } from 'kysely';
import type { Kernel } from '../kernel.ts';
import type { Text } from '../plugin/text.ts';
import type { Province } from '../tenancy/registry.ts';
import { contextOf, holdersOf, missingHolders } from './holders.ts';

/** Everything that is held about an account, for its owner. */
export interface AccountExport {
  readonly province: string;
  readonly account: string;
  readonly at: Date;
  readonly modules: Readonly<Record<string, { readonly title: Text; readonly data: unknown }>>;
  /** Files of theirs; the links work for a week. */
  readonly files: readonly { readonly module: string; readonly id: string; readonly mediaType: string; readonly link: string }[];
  /** Modules that have left data here and whose code is not installed: what they hold is missing above. */
  readonly missing: readonly string[];
}

const linkSeconds = 7 * 24 * 3_600;

export async function exportAccount(kernel: Kernel, province: Province, account: string): Promise<AccountExport> {
  const modules: Record<string, AccountExport['modules'][string]> = {};
  const files: AccountExport['files'][number][] = [];
  await kernel.pools.use(province, async (database) => {
    for (const { plugin, held } of holdersOf(kernel, province)) {
      const ctx = await contextOf(kernel, province, database, plugin);
      const handler = { province, plugin, operation: 'personal data: export' };
      const [data, ids] = await kernel.watch.run(handler, async () => [await held.exportFor(ctx, account), (await held.filesOf?.(ctx, account)) ?? []] as const);
      modules[plugin.id] = { title: plugin.title, data };
      const types = await database.db.selectFrom('core.files').select(['id', 'media_type']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute();
      const typeOf = new Map(types.map(({ id, media_type }) => [id, media_type]));
      for (const id of ids) {
        const mediaType = typeOf.get(id) ?? 'image/webp';
        const size = mediaType.startsWith('video/') ? 'video' : 'full';
        files.push({ module: plugin.id, id, mediaType, link: ctx.files.link(id, { maxAge: linkSeconds, size }) });
      }
    }
  });
  return { province: province.id, account, at: kernel.now(), modules, files, missing: missingHolders(kernel, province) };
}
