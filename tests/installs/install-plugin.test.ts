import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { httpRequest } from '../support/http-request.ts';
import { showLogOnFailure } from '../support/show-log-on-failure.ts';
import { type Deployment, type ServerProcess, startDeployment } from '../support/start-deployment.ts';
import { until } from '../support/until.ts';
import { type Release, streetLamps } from './street-lamps.ts';

const patience = 180_000;
const lamps = '/api/street-lamps/lamps';
const lit = { '0002-lit': 'alter table street_lamps.lamps add column lit boolean not null default true' };
const apiKey = 'ttk_installs_0123456789';
const vendor = generateKeyPairSync('ed25519');
let deployment: Deployment;
let server: ServerProcess;
let keys: string;

beforeAll(async () => {
  deployment = await startDeployment(new URL('./deployment/', import.meta.url), { env: { WATCH_STUCK_SECONDS: '3' } });
  keys = join(deployment.dataDir, 'trusted');
  await mkdir(keys);
  await writeFile(join(keys, 'cong-ty-sang.pem'), vendor.publicKey.export({ type: 'spki', format: 'pem' }));
  for (const province of ['hue', 'dak-lak']) {
    await deployment.tinhthong('tenant', 'create', province);
    const client = await deployment.connect({ province });
    await client.query('insert into core.api_keys (name, hash, scopes) values ($1, $2, $3)', ['lamps', createHash('sha256').update(apiKey).digest(), ['lamp:write']]);
    await client.end();
  }
  server = await deployment.startServer({ supervised: true });
}, patience);
showLogOnFailure(() => deployment);
afterAll(() => deployment[Symbol.asyncDispose]());

/** Writes a release down as a vendor hands it over, with its signature beside it. */
async function handedOver(release: Release): Promise<string> {
  const file = join(deployment.dataDir, `street-lamps-${release.version}.tgz`);
  const tarball = await streetLamps(release);
  await writeFile(file, tarball);
  await writeFile(`${file}.sig`, sign(null, tarball, vendor.privateKey).toString('base64'));
  return file;
}

const plugin = (...words: string[]) => deployment.attempt(['plugin', ...words], { PLUGIN_KEYS: keys });
const ask = (province: string, { json, port = deployment.port }: { json?: unknown; port?: number } = {}) =>
  httpRequest({ port, host: `${province}.localhost`, path: lamps, headers: { authorization: `Bearer ${apiKey}` }, json });
const shown = async (province: string, port?: number) => {
  const answer = await ask(province, { ...(port !== undefined && { port }) }).catch(() => undefined);
  return answer?.status === 200 ? answer.json<string[]>() : answer?.status;
};
const becomes = (province: string, wanted: unknown) => expect.poll(() => shown(province), { timeout: 60_000, interval: 100 }).toEqual(wanted);
const listed = async () => JSON.parse(await deployment.tinhthong('plugin', 'list', '--json')) as { version: string; state: string; signedBy: string | null; provinces: string[] }[];

test('a package is installed on the running deployment without a network, and runs where a province switches it on', { timeout: patience }, async () => {
  // 1. Unsigned or changed, it is refused, and nothing of it stays.
  const unsigned = join(deployment.dataDir, 'unsigned.tgz');
  await writeFile(unsigned, await streetLamps({ version: '1.0.0' }));
  expect(await plugin('install', unsigned)).toMatchObject({ code: 1, text: expect.stringContaining('is not signed') });
  const file = await handedOver({ version: '1.0.0' });
  expect(await plugin('install', unsigned, '--signature', `${file}.sig`, '--integrity', 'sha512-another')).toMatchObject({ code: 1, text: expect.stringContaining('not the one expected') });
  expect(await listed()).toEqual([]);
  expect(await plugin('upgrade', file)).toMatchObject({ code: 1, text: expect.stringContaining('not installed: street-lamps') });

  // 2. Signed, it is taken; the running server comes back with it by itself.
  expect(await plugin('install', file)).toMatchObject({ code: 0, text: expect.stringContaining('ký bởi / signed by cong-ty-sang') });
  expect(await deployment.tinhthong('module', 'enable', 'hue', 'street-lamps')).toMatch(/the province decides[^]*officer: lamp:write/);
  expect(await deployment.tinhthong('module', 'enable', 'hue', 'street-lamps', '--grant-suggested')).toMatch(/granted:\n  officer: lamp:write/);
  await becomes('hue', []);
  expect(await shown('dak-lak')).toBe(404);
  expect((await ask('hue', { json: { name: 'Đèn cầu Trường Tiền' } })).status).toBe(201);
  expect(await listed()).toEqual([expect.objectContaining({ version: '1.0.0', state: 'active', signedBy: 'cong-ty-sang', provinces: ['hue'] })]);

  // 3. Once is enough.
  expect(await plugin('install', file)).toMatchObject({ code: 1, text: expect.stringContaining('is installed already') });
  expect(await plugin('upgrade', file)).toMatchObject({ code: 1, text: expect.stringContaining('which is not older') });
});

test('what would not run, or does not keep the contract, is refused before anything is stored', { timeout: patience }, async () => {
  for (const [release, reason] of [
    [{ version: '1.0.1', packageJson: { dependencies: { 'left-pad': '1.3.0' } } }, 'does not bundle: left-pad'],
    [{ version: '1.0.1', packageJson: { peerDependencies: { '@tinhthong/core': '^2.0.0' } } }, '@tinhthong/core ^2.0.0'],
    [{ version: '1.0.1', packageJson: { version: '1.0.9' } }, '1.0.9'],
    [{ version: '1.0.1', preamble: `import 'not-there';` }, 'not-there'],
    [{ version: '1.0.1', preamble: `import 'node:child_process';` }, 'child_process'],
    [{ version: '1.0.1', packageJson: { scripts: { postinstall: 'touch ../../installed-by-a-script' } }, preamble: 'setInterval(() => {}, 1000);' }, 'setInterval'],
  ] as const) {
    expect(await plugin('upgrade', await handedOver(release))).toMatchObject({ code: 1, text: expect.stringMatching(reason === 'setInterval' ? /Timeout/ : new RegExp(reason.replace(/[.^]/g, '\\$&'))) });
  }
  expect(existsSync(join(deployment.dataDir, 'installed-by-a-script'))).toBe(false);
  expect((await listed()).map(({ version }) => version)).toEqual(['1.0.0']);
  expect((await readdir(deployment.dataDir)).filter((name) => name.startsWith('plugin-'))).toEqual([]);
});

test('an upgrade migrates the provinces, then changes the code on one node after the other; the roll-back runs on the new schema', { timeout: patience }, async () => {
  const ports = [deployment.port, await freePort()];
  const second = await deployment.startServer({ supervised: true, port: ports[1]! });

  // 1. While the two nodes restart in turn, one of them always answers.
  const file = await handedOver({ version: '1.1.0', migrations: lit, shows: `name || case when lit then ' (sáng)' else ' (tắt)' end` });
  expect(await plugin('upgrade', file)).toMatchObject({ code: 0, text: expect.stringContaining('1.0.0 → 1.1.0') });
  const answers = { old: 0, new: 0, none: 0 };
  await until('both nodes run the new version', async () => {
    const both = await Promise.all(ports.map((port) => shown('hue', port)));
    const isNew = (one: unknown) => Array.isArray(one) && one[0] === 'Đèn cầu Trường Tiền (sáng)';
    answers.none += both.every((one) => !Array.isArray(one)) ? 1 : 0;
    answers.old += both.some((one) => Array.isArray(one) && !isNew(one)) ? 1 : 0;
    answers.new += both.some(isNew) ? 1 : 0;
    return both.every(isNew) || undefined;
  }, 90_000);
  expect(answers).toMatchObject({ none: 0, old: expect.any(Number) });
  expect(answers.old).toBeGreaterThan(0);
  second.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  expect((await listed()).map(({ version, state }) => [version, state])).toEqual([['1.0.0', 'former'], ['1.1.0', 'active']]);

  // 2. Back to the former code, which reads and writes on the grown schema.
  expect(await plugin('rollback', 'street-lamps')).toMatchObject({ code: 0, text: expect.stringContaining('1.1.0 → 1.0.0') });
  await becomes('hue', ['Đèn cầu Trường Tiền']);
  expect((await ask('hue', { json: { name: 'Đèn Ngọ Môn' } })).status).toBe(201);

  // 3. And forward again.
  await plugin('rollback', 'street-lamps');
  await becomes('hue', ['Đèn cầu Trường Tiền (sáng)', 'Đèn Ngọ Môn (sáng)']);
});

test('a release whose migration fails in a province is not activated; the former code goes on', { timeout: patience }, async () => {
  const file = await handedOver({ version: '1.2.0', migrations: { ...lit, '0003-wrong': 'alter table street_lamps.poles add column x int' } });
  expect(await plugin('upgrade', file)).toMatchObject({ code: 1, text: expect.stringContaining('street_lamps.poles') });
  expect((await listed()).map(({ version, state }) => [version, state])).toEqual([['1.0.0', 'former'], ['1.1.0', 'active'], ['1.2.0', 'kept']]);
  await becomes('hue', ['Đèn cầu Trường Tiền (sáng)', 'Đèn Ngọ Môn (sáng)']);

  // Mended, it needs another number: a version never has two contents.
  expect(await plugin('upgrade', await handedOver({ version: '1.2.0', migrations: lit }))).toMatchObject({ code: 1, text: expect.stringContaining('with other contents') });
});

test('a release that turns out to block whoever imports it is left out by the next start, and rolled back without importing it', { timeout: patience }, async () => {
  // 1. For a while it does as it should.
  const switchFile = join(deployment.dataDir, 'from-now-on');
  const blocks = `import { existsSync } from 'node:fs';\nif (existsSync(${JSON.stringify(switchFile)})) for (;;);`;
  expect(await plugin('upgrade', await handedOver({ version: '1.3.0', migrations: lit, preamble: blocks, shows: 'lower(name)' }))).toMatchObject({ code: 0 });
  await becomes('hue', ['đèn cầu trường tiền', 'đèn ngọ môn']);

  // 2. Then it does not: the start that it takes down is followed by one without it.
  await writeFile(switchFile, '');
  server.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  server = await deployment.startServer({ supervised: true });
  expect(await shown('hue')).toBe(404);
  expect((await httpRequest({ port: deployment.port, host: 'hue.localhost', path: '/' })).status).toBe(200);

  // 3. Back to the version before.
  expect(await plugin('rollback', 'street-lamps')).toMatchObject({ code: 0, text: expect.stringContaining('1.3.0 → 1.1.0') });
  await becomes('hue', ['Đèn cầu Trường Tiền (sáng)', 'Đèn Ngọ Môn (sáng)']);
  await rm(switchFile);
});

test('its texts are written out to be said in other words, which the next start takes up', { timeout: patience }, async () => {
  const translations = join(deployment.dataDir, 'words');
  const env = { TRANSLATIONS_DIR: translations };
  expect(await deployment.attempt(['plugin', 'texts', 'street-lamps', '--language', 'vi'], env)).toMatchObject({ code: 0 });
  const file = join(translations, 'street-lamps', 'vi.json');
  const texts = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
  expect(texts['title']).toBe('Đèn đường');
  await writeFile(file, JSON.stringify({ ...texts, title: 'Chiếu sáng công cộng' }));
  expect((await deployment.attempt(['plugin', 'texts', 'street-lamps', '--language', 'vi'], env)).code).toBe(0);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ title: 'Chiếu sáng công cộng' });
  // What the package itself brings comes first.
  await deployment.attempt(['plugin', 'texts', 'street-lamps'], env);
  expect(JSON.parse(await readFile(join(translations, 'street-lamps', 'en.json'), 'utf8'))).toMatchObject({ 'permissions/lamp:write/title': 'Write lamps down' });
});

test('a plugin is removed once no province has it on; what the province stored stays', { timeout: patience }, async () => {
  expect(await plugin('remove', 'street-lamps')).toMatchObject({ code: 1, text: expect.stringContaining('is not off in hue') });
  await deployment.tinhthong('module', 'disable', 'hue', 'street-lamps');
  expect(await plugin('remove', 'street-lamps')).toMatchObject({ code: 0 });
  await becomes('hue', 404);
  const client = await deployment.connect({ province: 'hue' });
  expect((await client.query('select count(*)::int as lamps from street_lamps.lamps')).rows).toEqual([{ lamps: 2 }]);
  await client.end();
  const control = await deployment.connect({ database: 'tinhthong' });
  const { rows } = await control.query<{ type: string }>(`select type from registry.acts where type like 'plugin.%' order by id`);
  await control.end();
  expect(rows.map(({ type }) => type)).toEqual([...Array<string>(6).fill('plugin.activated'), 'plugin.removed']);
  server.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});
