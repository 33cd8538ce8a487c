import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings } from '../../packages/core/src/config.ts';
import { freePort } from '../support/free-port.ts';
import { httpRequest } from '../support/http-request.ts';
import { type Deployment, startDeployment } from '../support/start-deployment.ts';
import { allCommands } from './commands-page.ts';

const deploy = new URL('../../templates/deploy/', import.meta.url);
const read = (file: string) => readFile(new URL(file, deploy), 'utf8');

let deployment: Deployment;
let adminPort: number;

beforeAll(async () => {
  adminPort = await freePort();
  deployment = await startDeployment(new URL('../faults/deployment/', import.meta.url), { env: { ADMIN_PORT: String(adminPort) } });
  await deployment.tinhthong('tenant', 'create', 'hue', '--host', 'hue.example');
  await deployment.startServer();
}, 60_000);
afterAll(() => deployment[Symbol.asyncDispose]());

const atAdmin = (path: string) => httpRequest({ port: adminPort, host: 'anything', path });

test('a running server has every metric that the dashboard and the alerts name', async () => {
  const { status, text } = await atAdmin('/metrics');
  expect(status).toBe(200);
  const exported = new Set<string>(['up']);
  for (const [, name, type] of text.matchAll(/^# TYPE (\w+) (\w+)$/gm)) {
    exported.add(name!);
    if (type === 'histogram') for (const part of ['bucket', 'sum', 'count']) exported.add(`${name}_${part}`);
  }
  for (const file of ['alerts.yaml', 'dashboard.json']) {
    const named = new Set([...(await read(`monitoring/${file}`)).matchAll(/\b(?:tinhthong|process|nodejs)_\w+|\bup(?=\{)/g)].map(([name]) => name));
    expect(named.size).toBeGreaterThan(12);
    expect([...named].filter((name) => !exported.has(name)), file).toEqual([]);
  }
});

test('metrics are on the admin port alone, and that is on loopback', async () => {
  for (const host of ['hue.example', 'localhost', 'platform.localhost']) expect((await deployment.request({ host, path: '/metrics' })).status, host).toBeGreaterThanOrEqual(400);
  expect((await atAdmin('/readyz')).status).toBe(200);
  expect((await atAdmin('/api/core/communes')).status).toBe(404);
  expect(readSettings({ ADMIN_PORT: '9464' }).admin).toEqual({ host: '127.0.0.1', port: 9_464 });
  expect(readSettings({}).admin).toBeUndefined();
});

test('what the templates run and set is something that the program knows', async () => {
  const files = (await readdir(deploy, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile() && !entry.name.endsWith('.md'));
  const texts = await Promise.all(files.map((file) => readFile(`${file.parentPath}/${file.name}`, 'utf8')));
  const lists = texts.flatMap((text) => [...text.matchAll(/(?:args|command): \[((?:start|migrate|backup|doctor|audit)[^\]]*)\]/g)].map(([, list]) => list!.replaceAll(/[',]/g, '')));
  const lines = texts.flatMap((text) => [...text.matchAll(/(?:tinhthong\.js|run --rm cli) ([a-z][^\n#"]*)/g)].map(([, line]) => line!));
  const run = [...lists, ...lines].map((words) => words.trim().replaceAll(/ +/g, ' '));
  expect(run.length).toBeGreaterThan(10);
  const commands = await allCommands();
  for (const words of run) {
    const found = commands.find(({ name }) => `${words} `.startsWith(`${name} `));
    expect(found?.name, words).toBeDefined();
    const flags = [...words.matchAll(/ (--[a-z-]+)/g)].map(([, flag]) => flag!);
    expect(flags.filter((flag) => !found!.command.options.some(({ long }) => long === flag)), words).toEqual([]);
  }

  const asked = new Set<string>(['NODE_ENV']);
  readSettings(new Proxy({}, { get: (_nothing, name) => (asked.add(String(name)), '1') }));
  const set = texts.flatMap((text) => [...text.matchAll(/\b((?:[A-Z][A-Z0-9]+_)*(?:HOST|PORT|DIR|FILE|URL|HTTPS|PROXIES|ENV))(?:=|: )/g)].map(([, name]) => name!)).filter((name) => !name.startsWith('POSTGRES_'));
  expect(set.length).toBeGreaterThan(15);
  expect([...new Set(set)].filter((name) => !asked.has(name))).toEqual([]);
});
