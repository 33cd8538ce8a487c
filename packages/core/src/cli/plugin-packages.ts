import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Command } from 'commander';
import type { OpenKernel } from '../create-kernel.ts';
import { type Installed, installPlugin, type Offer, removePlugin, rollBackPlugin } from '../modules/packages/install-plugin.ts';
import { storedPackages } from '../modules/packages/package-store.ts';
import { readCatalogue, textsOf } from '../modules/plugin-texts.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { withKernel } from './deployment.ts';
import { operator } from './operator.ts';
import { printTable } from './print.ts';

interface InstallFlags {
  readonly signature?: string;
  readonly integrity?: string;
}

// A plugin that blocks whoever imports it must not keep its operator from getting rid of it.
const inSafeMode = { safeMode: true };
const restarting = 'Các nút đang chạy lần lượt khởi động lại trong vài giây / running nodes restart one after another within seconds';

/** `tinhthong plugin install|upgrade|list|rollback|texts|remove`: a vendor's packages on a running deployment. */
export function pluginPackageCommands(plugin: Command): void {
  for (const [verb, about] of [
    ['install', 'Cài phân hệ từ gói .tgz, hoặc từ kho npm theo tên@phiên bản / from a tarball, or from the npm registry by name@version'],
    ['upgrade', 'Nâng cấp phân hệ đã cài / the next version of an installed one'],
  ] as const) {
    plugin
      .command(`${verb} <package>`)
      .description(about)
      .option('--signature <file>', 'chữ ký Ed25519 / detached signature (mặc định / default: <package>.sig)')
      .option('--integrity <sha512>', 'mã băm biết trước / what the package must be: sha512-…')
      .action(async (name: string, flags: InstallFlags) => {
        const offer = await offerOf(name, flags);
        await withKernel(async (kernel, { settings }) => {
          report(await installPlugin(kernel, offer, { verb, dataDir: settings.dataDir, keys: settings.pluginKeys, actor: operator(), check: faultsOf }));
        });
      });
  }

  plugin
    .command('list')
    .description('Các phân hệ của nơi này / the plugins of this deployment')
    .option('--json')
    .action(async ({ json }: { json?: boolean }) =>
      withKernel(async (kernel) => {
        const rows = await describe(kernel);
        if (json) return console.log(JSON.stringify(rows, null, 2));
        printTable(['phân hệ', 'phiên bản', 'từ', 'tình trạng', 'chữ ký', 'đang bật'], rows.map((row) => [row.plugin, row.version, row.from, row.reason ?? row.state, row.signedBy ?? '', String(row.provinces.length)]));
      }),
    );

  plugin
    .command('rollback <plugin>')
    .description('Quay về mã của phiên bản trước; dữ liệu giữ nguyên / back to the code of the version before; the data stays')
    .action(async (id: string) =>
      withKernel(async (kernel, { settings }) => {
        const { from, to } = await rollBackPlugin(kernel, id, { dataDir: settings.dataDir, actor: operator() });
        console.log(`✓ ${id} ${from} → ${to}. ${restarting}.`);
      }, inSafeMode),
    );

  plugin
    .command('texts <plugin>')
    .description('Viết danh mục câu chữ để dịch hoặc đổi cho hợp địa phương / write the texts to translate or to say in own words')
    .option('--language <language>', 'vi, en', 'en')
    .action(async (id: string, { language }: { language: string }) =>
      withKernel(async (kernel, { settings }) => writeCatalogue(kernel, join(settings.translations ?? 'translations', id), id, language)),
    );

  plugin
    .command('remove <plugin>')
    .description('Gỡ phân hệ mà không tỉnh nào còn bật; dữ liệu của tỉnh được giữ / take off one that no province has on; their data stays')
    .action(async (id: string) =>
      withKernel(async (kernel, { settings }) => {
        await removePlugin(kernel, id, { dataDir: settings.dataDir, actor: operator() });
        console.log(`✓ ${id}. ${restarting}.`);
      }, inSafeMode),
    );
}

/** What there is to translate: the texts as they are, and an empty one wherever there is none in that language yet. */
async function writeCatalogue(kernel: OpenKernel, folder: string, id: string, language: string): Promise<void> {
  if (language !== 'vi' && language !== 'en') throw new Error(`vi, en: không có / there is no "${language}"`);
  const plugin = kernel.plugins.get(id);
  if (plugin === undefined) throw new Error(`"${id}": ${kernel.plugins.unavailable.get(id) ?? 'không có phân hệ này / no such module'}`);
  const texts = textsOf(plugin, language);
  const stale = Object.keys(await readCatalogue(folder, language)).filter((place) => !(place in texts));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${language}.json`), `${JSON.stringify(texts, null, 2)}\n`);
  const empty = Object.values(texts).filter((text) => text === '').length;
  console.log(`✓ ${join(folder, `${language}.json`)}: ${Object.keys(texts).length} (${empty} còn trống / empty)`);
  for (const place of stale) console.log(`  bỏ, không còn trong phân hệ / dropped, no longer there: ${place}`);
}

async function faultsOf(plugin: Plugin, folder: string): Promise<string[]> {
  // Read here: no other command needs them.
  const { checkOffer } = await import('../kit/conformance/check-offer.ts');
  return (await checkOffer(plugin, folder)).flatMap(({ faults }) => faults.map(({ where, what }) => `  ${where}: ${what.vi} / ${what.en}`));
}

async function offerOf(name: string, { signature, integrity }: InstallFlags): Promise<Offer> {
  if (!name.endsWith('.tgz')) return { tarball: await fromRegistry(name), signature: signature === undefined ? undefined : await readFile(signature), integrity };
  const beside = `${name}.sig`;
  const file = signature ?? (existsSync(beside) ? beside : undefined);
  return { tarball: await readFile(name), signature: file === undefined ? undefined : await readFile(file), integrity };
}

/** Through npm, with its settings and its own check of the integrity; nothing of the package is run. */
async function fromRegistry(spec: string): Promise<Buffer> {
  if (!/^(@[\w.-]+\/)?[\w.-]+@[\w.-]+$/.test(spec)) throw new Error(`Không phải gói .tgz, cũng không phải tên@phiên bản / neither a .tgz nor name@version: ${spec}`);
  const folder = await mkdtemp(join(tmpdir(), 'tinhthong-package-'));
  try {
    const { stdout } = await promisify(execFile)('npm', ['pack', spec, '--json', '--ignore-scripts', '--pack-destination', folder]);
    const [packed] = Object.values(JSON.parse(stdout) as Record<string, { readonly filename: string }>);
    return await readFile(join(folder, packed!.filename.replace('@', '').replace('/', '-')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function report({ plugin: { id, version, title }, former, integrity, signedBy, migrated, activated }: Installed): void {
  console.log(`${activated ? '✓' : '✗'} ${title.vi} (${id}) ${former === null ? '' : `${former} → `}${version}`);
  console.log(`  ${integrity}`);
  console.log(`  ${signedBy === null ? 'không kiểm chữ ký / signature not checked' : `ký bởi / signed by ${signedBy}`}`);
  if (migrated.length > 0) printTable(['tỉnh', 'lược đồ', 'kết quả', 'lỗi'], migrated.map(({ province, version: schema, status, error }) => [province, schema, status, error ?? '']));
  if (activated) return console.log(former === null ? `Bật ở tỉnh / switch it on: tinhthong module enable <province> ${id}. ${restarting}.` : `${restarting}. Quay lui / back: tinhthong plugin rollback ${id}`);
  console.log('Có tỉnh chưa cập nhật được; mã cũ tiếp tục chạy ở mọi nơi / a province could not be migrated; the former code goes on everywhere');
  process.exitCode = 1;
}

interface Listed {
  readonly plugin: string;
  readonly version: string;
  readonly from: 'config' | 'package';
  readonly state: 'active' | 'former' | 'kept' | 'unavailable';
  readonly reason?: string | undefined;
  readonly signedBy?: string | null;
  /** Provinces that have it on. */
  readonly provinces: readonly string[];
}

async function describe({ plugins, registry, installed }: OpenKernel): Promise<Listed[]> {
  const on = (plugin: string) => registry.provinces().filter(({ modules }) => modules.get(plugin)?.state === 'on').map(({ id }) => id);
  const packages = (await storedPackages(registry.db)).map(({ plugin, version, signedBy }): Listed => {
    const row = installed.find((one) => one.plugin === plugin);
    const reason = plugins.unavailable.get(plugin);
    if (row?.version !== version) return { plugin, version, from: 'package', state: row?.former === version ? 'former' : 'kept', signedBy, provinces: [] };
    return { plugin, version, from: 'package', state: reason === undefined ? 'active' : 'unavailable', reason, signedBy, provinces: on(plugin) };
  });
  const named = (plugin: string) => !packages.some((one) => one.plugin === plugin);
  return [
    ...plugins.all.filter(({ id }) => named(id)).map(({ id, version }): Listed => ({ plugin: id, version, from: 'config', state: 'active', provinces: on(id) })),
    ...[...plugins.unavailable].filter(([id]) => named(id)).map(([id, reason]): Listed => ({ plugin: id, version: '', from: 'config', state: 'unavailable', reason, provinces: on(id) })),
    ...packages,
  ];
}
