import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { OpenKernel } from '../create-kernel.ts';
import { crashAt } from '../crash-at.ts';
import { nameOfKey } from '../secrets/envelope.ts';
import { partPath, partsOf } from '../files/stored-parts.ts';
import { coreVersion } from '../modules/plugin-list.ts';
import type { Province } from '../tenancy/registry.ts';
import { type Manifest, readme } from './bundle-format.ts';
import { type KeyBox, wrapKeys } from './bundle-keys.ts';
import { type BundleWriter, bundleWriter, one } from './bundle-writer.ts';
import { type MadeBundle, rememberBundle } from './made-bundles.ts';
import { beginSnapshot, portableClient, schemasOf, writeDatabase } from './database-parts.ts';

export interface ExportOptions {
  /** A folder that is not there yet, or a file that ends in `.tar`. */
  readonly target: string;
  /**
   * An `export` is what a province takes with it: plain to read, its keys wrapped by a passphrase. A `backup` is
   * encrypted, and opens with the keys of this deployment's registry alone.
   */
  readonly kind: { readonly export: { readonly passphrase: string } } | 'backup';
  readonly actor: string;
}

/** Signs somebody in, or would: they are worth nothing elsewhere, and must not lie in a file. */
export const signInTables = ['identity.one_time', 'identity.session', 'identity.sign_in_places', 'identity.verification'];
const filesAtOnce = 500;

/**
 * Writes everything of a province into a bundle, as of one moment, while the province goes on serving. Holds a few
 * rows and one file at a time. What was broken off leaves no bundle, and is made again from the start.
 */
export async function exportProvince(kernel: OpenKernel, province: Province, { target, kind, actor }: ExportOptions): Promise<MadeBundle> {
  const id = randomUUID();
  const sealed = kind === 'backup';
  const key: KeyBox = sealed ? { by: 'deployment', name: nameOfKey(province.dataKey) } : await wrapKeys(province.dataKeys, kind.export.passphrase);
  const writer = await bundleWriter(target, { dataKey: province.dataKey, id, sealed });
  const client = await portableClient(kernel.registry.adminUrl(province.server, province.database), province.ownerRole);
  try {
    const schemas = await schemasOf(client);
    await beginSnapshot(client, schemas);
    const madeAt = kernel.now().toISOString();
    crashAt('export-begun');
    await writer.add('README.txt', one(Buffer.from(readme)));
    const database = await writeDatabase(client, writer, { schemas, leaveOut: signInTables });
    crashAt('export-rows');
    // After the rows: a file that a row names was there before it.
    const files = await writeFiles(kernel, province, client, writer);
    crashAt('export-files');
    const { rows } = await client.query<{ version: string }>(`select split_part(current_setting('server_version'), ' ', 1) as version`);
    const { tenant, demo, modules } = province;
    const { id: name, code, hosts, ...profile } = tenant;
    const made = await writer.finish({
      format: 'tinhthong-bundle/1',
      id,
      kind: 'province',
      madeAt,
      core: coreVersion,
      postgres: rows[0]!.version,
      province: { id: name, code, hosts: [...hosts], profile, demo },
      modules: [...modules.values()].map(({ plugin, version, state, settings, migratedTo }) => ({ plugin, version, state, settings, migratedTo })),
      schemas,
      ...database,
      files,
      sealed,
      key,
    });
    crashAt('export-finished');
    await rememberBundle(kernel, made, { kind: sealed ? 'backup' : 'export', actor });
    return made;
  } catch (error) {
    await writer.abandon();
    throw error;
  } finally {
    await client.end();
  }
}

async function writeFiles(kernel: OpenKernel, province: Province, client: pg.Client, writer: BundleWriter): Promise<Manifest['files']> {
  const files = { stored: 0, bytes: 0, missing: 0 };
  await client.query('declare files no scroll cursor for select id, media_type from core.files order by id');
  for (;;) {
    const { rows } = await client.query<{ id: string; media_type: string }>(`fetch ${filesAtOnce} from files`);
    if (rows.length === 0) return files;
    for (const { id, media_type } of rows) {
      for (const part of partsOf(media_type)) {
        const bytes = await kernel.files.openPart(province.id, { id, part });
        // Removed since the moment of the bundle, or lost: `files verify` tells which.
        if (bytes === undefined) files.missing += 1;
        else {
          files.bytes += (await writer.add(`files/${partPath({ id, part })}`, bytes)).bytes;
          files.stored += 1;
        }
      }
    }
  }
}

