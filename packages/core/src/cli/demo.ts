import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings } from '../config.ts';
import { createKernel, type OpenKernel } from '../create-kernel.ts';
import { removeEmbeddedPostgres } from '../database/embedded-postgres.ts';
import { demoPassword } from '../identity/demo-people.ts';
import { startWatchdog } from '../modules/watch/start-watchdog.ts';
import { onboard, templateFolder } from '../tenancy/onboard.ts';
import { loadTemplate } from '../tenancy/template.ts';
import { addSampleData } from './add-sample-data.ts';
import { addDemoAccounts, addNationalDemoAccounts } from './demo-accounts.ts';
import { type Deployment, openDeployment } from './deployment.ts';
import { serve } from './serve.ts';
import { endWithSupervisor } from './under-supervisor.ts';

/** `npm start`: two provinces with believable data on the embedded PostgreSQL, kept from one start to the next. */
export async function demo(options: { reset?: boolean }): Promise<void> {
  if (options.reset) await forgetDemo();
  startWatchdog(readSettings(process.env));
  endWithSupervisor();
  const deployment = await openDeployment({ logLevel: process.env['LOG_LEVEL'] ?? 'warn' });
  await prepare(deployment);
  await serve(deployment, ({ port, kernel }) => announce(port, kernel));
}

async function forgetDemo(): Promise<void> {
  const { dataDir } = readSettings(process.env);
  await removeEmbeddedPostgres(join(dataDir, 'postgres'));
  for (const part of ['files', 'keys', 'outbox-mail', 'outbox-sms']) await rm(join(dataDir, part), { recursive: true, force: true });
}

/** Whatever of the demo is missing; a start that was killed half-way is finished by the next. */
async function prepare({ config, settings, log }: Deployment): Promise<void> {
  const kernel = await createKernel({ ...settings, plugins: config.plugins, log });
  try {
    await Promise.all(
      config.demoProvinces.map(async (name) => {
        const template = await loadTemplate(templateFolder(config.templates, name));
        const existing = kernel.registry.byId(template.id);
        if (existing?.state !== 'active') console.log(`Đang dựng ${template.name.vi} …`);
        const province = existing?.state === 'active' ? existing : await onboard(kernel, template, { demo: true });
        await addDemoAccounts(kernel, province);
        await addSampleData(kernel, province, kernel.modulesOn(province));
      }),
    );
    await addNationalDemoAccounts(kernel);
  } finally {
    await kernel.close();
  }
}

function announce(port: number, { registry, siteHosts }: OpenKernel): void {
  const provinces = registry.provinces();
  const at = (host: string) => `http://${host}:${port}`;
  console.log();
  console.log(`Tinh Thông đang chạy: ${at(siteHosts.index)}`);
  for (const { tenant } of provinces) console.log(`  ${tenant.name.vi.padEnd(20)} ${at(tenant.hosts[0]!)}`);
  console.log(`  ${'Bộ'.padEnd(20)} ${at(siteHosts.ministry)}`);
  console.log(`  ${'Vận hành'.padEnd(20)} ${at(siteHosts.platform)}`);
  console.log();
  console.log(`Đăng nhập: admin@, dispatcher@, officer@, commune-officer@, leader@, agent@, citizen@ …hue.example | …dak-lak.example`);
  console.log(`           viewer@ministry.example, operator@platform.example — mật khẩu ${demoPassword}`);
  console.log(`Khóa API:  ${provinces.map(({ id }) => `demo-${id}`).join(', ')}      API: /api/openapi.json`);
  console.log('Dừng: Ctrl+C. Dữ liệu được giữ; npx tinhthong demo --reset để làm lại từ đầu.');
}
