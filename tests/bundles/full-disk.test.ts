import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { testTemplate, testWorld } from '@tinhthong/core/testing';
import { expect, test } from 'vitest';
import { backUp } from '../../packages/core/src/bundles/backup.ts';
import { exportProvince } from '../../packages/core/src/bundles/export-province.ts';
import { tinyDisk } from '../../packages/core/src/kit/tiny-disk.ts';

test('an export or a backup to a full disk says so, leaves nothing half made there, and counts as none', async ({ skip }) => {
  await using world = await testWorld({ plugins: [], provinces: [testTemplate('hue')] });
  const hue = world.province('hue').now();
  const full = join(world.dataDir, 'full');
  await mkdir(full);
  const disk = tinyDisk(full) ?? skip('mounting a disk needs root');
  try {
    const kind = { export: { passphrase: 'một mật khẩu đủ dài' } };
    for (const target of ['hue', 'hue.tar']) {
      await expect(exportProvince(world.kernel, hue, { target: join(full, target), kind, actor: 'test' })).rejects.toMatchObject({ code: 'ENOSPC' });
      expect([target, await readdir(full)]).toEqual([target, []]);
    }
    const outcomes = await backUp(world.kernel, full, { provinces: [hue], actor: 'test' });
    expect(outcomes.map(({ province, made, error }) => [province, made, error])).toEqual([
      ['hue', null, expect.stringContaining('ENOSPC')],
      [null, null, expect.stringContaining('ENOSPC')],
    ]);
    const left = await readdir(full, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  } finally {
    disk.unmount();
  }
  const bundles = await world.kernel.registry.db.selectFrom('registry.bundles').select('id').execute();
  expect(bundles).toEqual([]);
  // Where there is room, it is made.
  await exportProvince(world.kernel, hue, { target: join(full, 'hue'), kind: 'backup', actor: 'test' });
  expect(await readdir(full)).toEqual(['hue']);
});
