import { inspect } from 'node:util';
import { createKernel } from '../create-kernel.ts';
import { demoPassword } from '../identity/demo-people.ts';
import { pluginAt } from '../modules/plugin-at.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { startServer } from '../server.ts';
import { openDeployment } from './deployment.ts';
import { prepareDevProvinces } from './dev-provinces.ts';
import { moduleFolderConfig } from './module-folder.ts';
import { untilStopped } from './until-stopped.ts';

/** One life of the server behind `tinhthong dev`: the folder's module, on in Huế and off in Đắk Lắk. */
export async function devServe(): Promise<void> {
  const started = performance.now();
  // The parent is gone: nobody would ever stop this process.
  process.once('disconnect', () => process.exit(0));
  const plugin = await pluginAt(process.cwd()).catch(failToStart);
  const config = moduleFolderConfig(plugin);
  const { settings, log } = await openDeployment({ logLevel: process.env['LOG_LEVEL'] ?? 'warn', config });
  const kernel = await createKernel({ ...settings, plugins: [plugin], log });
  const failure = await prepareDevProvinces(kernel, config, plugin).finally(() => kernel.close());
  const server = await startServer(config, settings, log);
  announce(plugin, server.port, failure, performance.now() - started);
  await untilStopped(() => server.stop({ announceMs: 0 }));
}

/** With its place in the code, which a message alone does not tell; the parent waits for the next change. */
function failToStart(error: unknown): never {
  console.error(`✗ Không nạp được phân hệ, chờ sửa tệp … / the module cannot be loaded, waiting for a change …\n${inspect(error)}`);
  process.exit(1);
}

function announce({ id, version, title, permissions, routes, functions = [] }: Plugin, port: number, failure: string | undefined, ms: number): void {
  const at = (host: string) => `http://${host}.localhost:${port}`;
  const seconds = (ms / 1_000).toFixed(1);
  if (failure !== undefined) return console.log(`✗ ${title.vi} ${version} chưa bật được ở Huế / could not be switched on in Huế (${seconds} s):\n  ${failure}`);
  console.log(`✓ ${title.vi} ${version} (${seconds} s)
  Huế      ${at('hue')}      bật / on    ${['/api/openapi.json', ...functions.map(({ href }) => href)].join('  ')}
  Đắk Lắk  ${at('dak-lak')}  tắt / off
  API      ${routes.map(({ method, path }) => `${method.toUpperCase()} /api/${id}${path}`).join(`\n           `)}
  Đăng nhập / sign in: citizen@ commune-officer@ officer@ dispatcher@ leader@ admin@hue.example, mật khẩu / password ${demoPassword}
  Thông báo / notices: ${at('hue')}/api/core/notices
  Khóa API / key: demo-hue (${Object.keys(permissions).join(', ') || '–'})
  Sửa tệp là chạy lại; dữ liệu được giữ. / A change restarts it and keeps the data. --reset: từ đầu / afresh. Ctrl+C.`);
}
