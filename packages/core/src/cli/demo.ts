import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings } from '../config.ts';
import { createKernel, type OpenKernel } from '../create-kernel.ts';
import { removeEmbeddedPostgres } from '../database/embedded-postgres.ts';
import { demoPassword } from '../identity/demo-people.ts';
import { system } from '../identity/principal.ts';
import { createContext } from '../modules/create-context.ts';
import { startServer } from '../server.ts';
import { onboard, templateFolder } from '../tenancy/onboard.ts';
import type { Province } from '../tenancy/registry.ts';
import { loadTemplate } from '../tenancy/template.ts';
import { addDemoAccounts, addNationalDemoAccounts } from './demo-accounts.ts';
import { type Deployment, openDeployment } from './deployment.ts';
import { untilStopped } from './until-stopped.ts';

/** `npm start`: two provinces with believable data on the embedded PostgreSQL, kept from one start to the next. */
export async function demo(options: { reset?: boolean }): Promise<void> {
  if (options.reset) await forgetDemo();
  const deployment = await openDeployment({ logLevel: process.env['LOG_LEVEL'] ?? 'warn' });
  await prepare(deployment);
  const server = await startServer(deployment.config, deployment.settings, deployment.log);
  announce(server.port, server.kernel.registry.provinces());
  await untilStopped(async () => {
    await server.stop();
    await deployment.close();
  });
}

async function forgetDemo(): Promise<void> {
  const { dataDir } = readSettings(process.env);
  await removeEmbeddedPostgres(join(dataDir, 'postgres'));
  for (const part of ['files', 'keys']) await rm(join(dataDir, part), { recursive: true, force: true });
}

/** Whatever of the demo is missing; a start that was killed half-way is finished by the next. */
async function prepare({ config, settings, log }: Deployment): Promise<void> {
  const kernel = await createKernel({ ...settings, plugins: config.plugins, log });
  try {
    await Promise.all(
      config.demoProvinces.map(async (name) => {
        const template = await loadTemplate(templateFolder(config.templates, name));
        const existing = kernel.registry.byId(template.id);
        if (existing?.state !== 'active') say(`Đang dựng ${template.name.vi} …`);
        const province = existing?.state === 'active' ? existing : await onboard(kernel, template, { demo: true });
        await addDemoAccounts(kernel, province);
        await addSampleData(kernel, province);
      }),
    );
    await addNationalDemoAccounts(kernel);
  } finally {
    await kernel.close();
  }
}

async function addSampleData(kernel: OpenKernel, province: Province): Promise<void> {
  await kernel.pools.use(province, async (database) => {
    await kernel.organisations.load(province, database);
    for (const plugin of kernel.plugins.all) {
      if (kernel.moduleOn(province, plugin.id) === undefined) continue;
      await plugin.demo?.(createContext({ kernel, province, plugin, database, principal: system }));
    }
  });
}

function announce(port: number, provinces: readonly Province[]): void {
  const at = (host: string) => `http://${host}:${port}`;
  say('');
  say(`Tinh Thông đang chạy: ${at('localhost')}`);
  for (const { tenant } of provinces) say(`  ${tenant.name.vi.padEnd(20)} ${at(tenant.hosts[0]!)}`);
  say(`  ${'Bộ'.padEnd(20)} ${at('ministry.localhost')}`);
  say(`  ${'Vận hành'.padEnd(20)} ${at('platform.localhost')}`);
  say('');
  say(`Đăng nhập: admin@, dispatcher@, officer@, leader@, agent@, citizen@ …hue.example | …dak-lak.example`);
  say(`           viewer@ministry.example, operator@platform.example — mật khẩu ${demoPassword}`);
  say(`Khóa API:  ${provinces.map(({ id }) => `demo-${id}`).join(', ')}      API: /api/openapi.json`);
  say('Dừng: Ctrl+C. Dữ liệu được giữ; npm run demo:reset để làm lại từ đầu.');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
