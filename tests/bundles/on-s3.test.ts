import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import S3rver from 's3rver';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { s3Driver } from '../../packages/core/src/files/s3-driver.ts';
import { testFolder } from '../../packages/core/src/kit/test-folder.ts';
import { type Deployment, startDeployment } from '../support/start-deployment.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const bucket = 'tinhthong';
const picture = randomUUID();
let folder: string;
let server: S3rver;
let deployment: Deployment;
let objects: () => Promise<string[]>;

beforeAll(async () => {
  folder = await testFolder();
  server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets: [{ name: bucket }] });
  const endpoint = `http://127.0.0.1:${(await server.run()).port}`;
  const env = { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: 'vn-1', S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' };
  deployment = await startDeployment(new URL('../fleet/deployment/', import.meta.url), { env: { ...env, BUNDLE_PASSPHRASE: 'một mật khẩu đủ dài' } });
  await deployment.tinhthong('tenant', 'create', 'hue');
  const store = s3Driver({ endpoint, bucket, region: 'vn-1', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER', pathStyle: true });
  objects = async () => (await Promise.all(['hue', 'ban-sao'].map((id) => Readable.from(store.list(id)).toArray() as Promise<{ path: string }[]>))).flat().map(({ path }) => path);
  for (const size of ['full', 'thumbnail']) await store.write(`hue/${picture.slice(0, 2)}/${picture}.${size}.webp`, Buffer.from(`ảnh ${size}`));
  const client = await deployment.connect({ province: 'hue' });
  await client.query(`insert into core.files (id, plugin, media_type, size, created_at) values ($1, 'streets', 'image/webp', 25, now() - interval '2 days')`, [picture]);
  await client.end();
});
afterAll(async () => {
  await deployment?.[Symbol.asyncDispose]();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

test('a province whose files are on S3 is exported, restored beside itself, and removed, each file with it', async () => {
  const bundle = join(deployment.dataDir, 'hue.tar');
  expect(await deployment.tinhthong('tenant', 'export', 'hue', bundle)).toContain('2 ảnh / pictures');
  await deployment.tinhthong('tenant', 'restore', bundle, '--as', 'ban-sao');
  expect(await deployment.tinhthong('files', 'verify', 'ban-sao')).toContain('2 đối tượng / objects, 0 thừa / without a row, 0 mất');
  const own = await objects();
  expect(own.map((path) => path.split('/')[0])).toEqual(['hue', 'hue', 'ban-sao', 'ban-sao']);

  const client = await deployment.connect({ database: 'tinhthong' });
  await client.query(
    `insert into registry.removals (province, reason, wait_days, without_export, requested_by, requested_at, confirmed_by, confirmed_at, due_at)
     values ('ban-sao', 'Bản sao để thử.', 0, 'Chỉ là bản sao.', 'lan', now(), 'minh', now(), now())`,
  );
  await client.end();
  await deployment.tinhthong('tenant', 'remove', 'ban-sao', '--finish');
  expect(await objects()).toEqual(own.slice(0, 2));
});
