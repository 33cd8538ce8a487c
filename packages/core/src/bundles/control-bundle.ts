import { randomUUID } from 'node:crypto';
import type { OpenKernel } from '../create-kernel.ts';
import { nameOfKey } from '../secrets/envelope.ts';
import { coreVersion } from '../modules/plugin-list.ts';
import { Problem } from '../plugin/problem.ts';
import { readme } from './bundle-format.ts';
import { openBundle } from './bundle-reader.ts';
import { bundleWriter, one } from './bundle-writer.ts';
import { beginSnapshot, databaseFaults, portableClient, readDatabasePart, writeDatabase } from './database-parts.ts';
import { signInTables } from './export-province.ts';
import { type MadeBundle, rememberBundle } from './made-bundles.ts';

/** The queue is transport, and is filled again from what the provinces hold. */
const schemas = ['identity', 'registry'];
const leaveOut = [...signInTables, 'registry.request_minutes'];

/** The control database as a bundle, sealed by the master key: without it the backups of the provinces open to nobody. */
export async function exportControl(kernel: OpenKernel, target: string, actor: string): Promise<MadeBundle> {
  const { registry } = kernel;
  const id = randomUUID();
  const masterKey = registry.masterKey[0]!;
  const writer = await bundleWriter(target, { dataKey: masterKey, id, sealed: true });
  const client = await portableClient(registry.adminUrl('main'));
  try {
    await beginSnapshot(client, schemas);
    const madeAt = kernel.now().toISOString();
    await writer.add('README.txt', one(Buffer.from(readme)));
    const database = await writeDatabase(client, writer, { schemas, leaveOut });
    const made = await writer.finish({
      format: 'tinhthong-bundle/1',
      id,
      kind: 'control',
      madeAt,
      core: coreVersion,
      postgres: (await client.query<{ server_version: string }>('show server_version')).rows[0]!.server_version,
      province: null,
      modules: [],
      schemas,
      ...database,
      files: { stored: 0, bytes: 0, missing: 0 },
      sealed: true,
      key: { by: 'deployment', name: nameOfKey(masterKey) },
    });
    await rememberBundle(kernel, made, { kind: 'control', actor });
    return made;
  } catch (error) {
    await writer.abandon();
    throw error;
  } finally {
    await client.end();
  }
}

/**
 * Fills an empty database with a bundle of the control database, all of it or nothing.
 *
 * @throws Problem where the master key is another, or the database is not empty
 */
export async function restoreControl(path: string, { url, masterKeys }: { readonly url: string; readonly masterKeys: readonly Buffer[] }): Promise<void> {
  const bundle = await openBundle(path, async ({ key }) => {
    const found = masterKeys.find((one) => key.by === 'deployment' && nameOfKey(one) === key.name);
    if (found === undefined) {
      throw new Problem(422, 'wrong-master-key', {
        vi: 'Gói được niêm phong bằng một khóa chính khác.',
        en: 'The bundle is sealed by another master key.',
      });
    }
    return [found];
  });
  if (bundle.manifest.kind !== 'control') {
    throw new Problem(422, 'not-the-control-database', {
      vi: 'Gói này không phải của cơ sở dữ liệu điều khiển.',
      en: 'The bundle is not of the control database.',
    });
  }
  const client = await portableClient(url);
  try {
    const { rowCount } = await client.query('select 1 from pg_namespace where nspname = any($1)', [schemas]);
    if (rowCount !== 0) throw new Problem(409, 'not-empty', { vi: 'Cơ sở dữ liệu đích không trống.', en: 'The target database is not empty.' });
    await client.query('begin');
    for await (const part of bundle.parts()) if (!(await readDatabasePart(client, part, bundle.manifest.tables))) for await (const _ of part.bytes);
    const faults = await databaseFaults(client, bundle.manifest);
    if (faults.length > 0) throw new Error(`Not as in the bundle: ${faults.join(', ')}`);
    await client.query('commit');
  } finally {
    await client.end();
  }
}
