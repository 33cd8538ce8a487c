import { join } from 'node:path';
import type { TestProvince, TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anchorChain, auditChain, withEventChain } from '../../packages/core/src/audit/audit-chains.ts';
import { openBundle } from '../../packages/core/src/bundles/bundle-reader.ts';
import { deploymentKeys } from '../../packages/core/src/bundles/deployment-keys.ts';
import { exportProvince } from '../../packages/core/src/bundles/export-province.ts';
import { restoreInPlace } from '../../packages/core/src/bundles/restore-in-place.ts';
import { restoreProvince } from '../../packages/core/src/bundles/restore-province.ts';
import { eraseAccount } from '../../packages/core/src/personal-data/erase-account.ts';
import { twoProvinces } from '../isolation/two-provinces.ts';

let world: TestWorld;
let hue: TestProvince;
let backup: string;

const emails = async (id: string) =>
  world.kernel.pools.use(world.kernel.registry.byId(id)!, async ({ db }) => (await db.selectFrom('identity.user').select('email').orderBy('email').execute()).map(({ email }) => email));
const bundle = () => openBundle(backup, deploymentKeys(world.kernel, () => Promise.reject(new Error('no passphrase is needed'))));
const audit = (id: string) => withEventChain(world.kernel, world.kernel.registry.byId(id)!, (chain) => auditChain(world.kernel, chain));

beforeAll(async () => {
  world = await twoProvinces();
  hue = world.province('hue');
  for (const name of ['xoa', 'con']) await hue.signIn({ name, roles: ['citizen'] });
  await world.settled();
  backup = join(world.dataDir, 'backup');
  await exportProvince(world.kernel, hue.now(), { target: backup, kind: 'backup', actor: 'test' });
  // After the backup: somebody is erased, and the day's anchor is put behind it.
  const account = await hue.database(async ({ db }) => (await db.selectFrom('identity.user').select('id').where('email', '=', 'xoa@hue.example').executeTakeFirstOrThrow()).id);
  await eraseAccount(world.kernel, hue.now(), account);
  await world.settled();
  await withEventChain(world.kernel, hue.now(), (chain) => anchorChain(world.kernel, chain));
}, 120_000);
afterAll(() => world?.[Symbol.asyncDispose]());

test('a backup that is restored under another name does not bring back who was erased since, and its log is whole', async () => {
  await restoreProvince(world.kernel, { bundle: await bundle(), as: 'hue-ban-sao', actor: 'test' });
  expect(await emails('hue-ban-sao')).toEqual(['con@hue.example']);
  expect((await audit('hue-ban-sao')).fault).toBeNull();
});

test('nor does one that is restored in place; the log ends where the backup ended, and that is an act of the operators', async () => {
  expect((await audit('hue')).fault).toBeNull();
  await world.kernel.registry.db.updateTable('registry.provinces').set({ state: 'suspended' }).where('id', '=', 'hue').execute();
  await world.kernel.registry.changed('hue');
  await restoreInPlace(world.kernel, hue.now(), { bundle: await bundle(), actor: 'test' });
  expect(await emails('hue')).toEqual(['con@hue.example']);
  const { fault, head } = await audit('hue');
  expect(fault).toBeNull();
  const { data } = await world.kernel.registry.db.selectFrom('registry.acts').select('data').where('type', '=', 'province.replaced').executeTakeFirstOrThrow();
  expect(data).toMatchObject({ end: head });
});
