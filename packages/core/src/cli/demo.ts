import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings } from '../config.ts';
import { createKernel, type OpenKernel } from '../create-kernel.ts';
import { schemaOf } from '../database/migrate.ts';
import { removeEmbeddedPostgres } from '../database/embedded-postgres.ts';
import { demoPassword } from '../identity/demo-people.ts';
import { startWatchdog } from '../modules/watch/start-watchdog.ts';
import { onboard, templateFolder } from '../tenancy/onboard.ts';
import { loadTemplate } from '../tenancy/template.ts';
import { addSampleData } from './add-sample-data.ts';
import { addDemoAccounts, addNationalDemoAccounts } from './demo-accounts.ts';
import { type Deployment, openDeployment } from './deployment.ts';
import { serveDemoWebsite } from './demo-website.ts';
import { serve } from './serve.ts';
import { endWithSupervisor } from './under-supervisor.ts';

const longestFoldMs = 30_000;

/** `npm start`: two provinces with believable data on the embedded PostgreSQL, kept from one start to the next. */
export async function demo(options: { reset?: boolean }): Promise<void> {
  if (options.reset) await forgetDemo();
  startWatchdog(readSettings(process.env));
  endWithSupervisor();
  const deployment = await openDeployment({ logLevel: process.env['LOG_LEVEL'] ?? 'warn' });
  const made = await prepare(deployment);
  await serve(deployment, async ({ port, kernel }) => {
    const website = await websiteBeside(deployment, port, kernel);
    if (made) await folded(kernel);
    announce(port, kernel, website);
  });
}

async function forgetDemo(): Promise<void> {
  const { dataDir } = readSettings(process.env);
  await removeEmbeddedPostgres(join(dataDir, 'postgres'));
  for (const part of ['files', 'keys', 'outbox-mail', 'outbox-sms']) await rm(join(dataDir, part), { recursive: true, force: true });
}

/**
 * Whatever of the demo is missing; a start that was killed half-way is finished by the next.
 *
 * @returns whether a province was made
 */
async function prepare({ config, settings, log }: Deployment): Promise<boolean> {
  const kernel = await createKernel({ ...settings, plugins: config.plugins, log });
  try {
    const made = await Promise.all(
      config.demoProvinces.map(async (name) => {
        const template = await loadTemplate(templateFolder(config.templates, name));
        const existing = kernel.registry.byId(template.id);
        if (existing?.state !== 'active') console.log(`Đang dựng ${template.name.vi} …`);
        const province = existing?.state === 'active' ? existing : await onboard(kernel, template, { demo: true });
        await addDemoAccounts(kernel, province);
        await addSampleData(kernel, province, kernel.modulesOn(province));
        return province !== existing;
      }),
    );
    await addNationalDemoAccounts(kernel);
    return made.includes(true);
  } finally {
    await kernel.close();
  }
}

/** Pages count what has been folded: whoever looks at once is not to see zeros above a list. */
async function folded({ registry, pools }: OpenKernel): Promise<void> {
  const until = Date.now() + longestFoldMs;
  for (const province of registry.provinces()) {
    const behind = () =>
      pools.use(province, async ({ pool }) => {
        const { rows } = await pool.query<{ behind: boolean }>('select exists (select from core.events where position is null) or exists (select from core.projections where position < (select max(position) from core.events)) as behind');
        return rows[0]!.behind;
      });
    while (Date.now() < until && (await behind())) await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The commune's page stands on a port of its own: where that is taken, the demo goes on without it. */
async function websiteBeside({ config, settings, log }: Deployment, port: number, { registry, urlOf }: OpenKernel): Promise<string | undefined> {
  const province = registry.byId(config.demoProvinces[0]!);
  if (config.demoWebsite === undefined || province === undefined) return undefined;
  const options = { folder: config.demoWebsite, province: urlOf(province.tenant.hosts[0]!), embedKey: `pk_demo_${schemaOf(province.id)}`, host: settings.host, port: port + 1 };
  try {
    const website = await serveDemoWebsite(options);
    // It has nothing to finish: it ends with the process.
    website.unref();
    return `http://localhost:${port + 1}`;
  } catch (error) {
    log.warn({ err: error }, 'the website beside the demo could not be served');
    return undefined;
  }
}

function announce(port: number, { registry, siteHosts }: OpenKernel, website: string | undefined): void {
  const provinces = registry.provinces();
  const at = (host: string) => `http://${host}:${port}`;
  console.log();
  console.log(`Tinh Thông đang chạy: ${at(siteHosts.index)}`);
  for (const { tenant } of provinces) console.log(`  ${tenant.name.vi.padEnd(20)} ${at(tenant.hosts[0]!)}`);
  console.log(`  ${'Bộ'.padEnd(20)} ${at(siteHosts.ministry)}`);
  console.log(`  ${'Vận hành'.padEnd(20)} ${at(siteHosts.platform)}`);
  if (website !== undefined) console.log(`  ${'Trang một phường'.padEnd(20)} ${website}`);
  console.log();
  console.log(`Đăng nhập: admin@, dispatcher@, officer@, commune-officer@, leader@, agent@, citizen@ …hue.example | …dak-lak.example`);
  console.log(`           viewer@ministry.example, operator@platform.example — mật khẩu ${demoPassword}`);
  console.log(`Khóa API:  ${provinces.map(({ id }) => `demo-${id}`).join(', ')}      API: /api/openapi.json`);
  console.log('Dừng: Ctrl+C. Dữ liệu được giữ; npx tinhthong demo --reset để làm lại từ đầu.');
}
