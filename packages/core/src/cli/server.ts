import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { addServer, changeServer, removeServer, type ServerState, serverStates } from '../tenancy/servers.ts';
import { operator } from './operator.ts';
import { withKernel } from './deployment.ts';
import { positive } from './migrate.ts';
import { printTable } from './print.ts';

interface Caps {
  readonly maxConnections?: number;
  readonly maxProvinces?: number;
}

/** `tinhthong server …`: the PostgreSQL servers that provinces live on. */
export function serverCommands(program: Command): void {
  const server = program.command('server').description('Máy chủ PostgreSQL / PostgreSQL servers');

  caps(
    server
      .command('add <id>')
      .description('Thêm máy chủ / add a server')
      // Not as an argument: everybody on the machine can read those.
      .requiredOption('--url-file <file>', 'tệp chứa postgres://quản-trị:mật-khẩu@máy-chủ/postgres, hay "-" để đọc từ đầu vào chuẩn / file that holds the administrator’s URL, or "-" for standard input'),
  ).action(async (id: string, { urlFile, ...limits }: Caps & { urlFile: string }) => {
    const adminUrl = (urlFile === '-' ? await text(process.stdin) : await readFile(urlFile, 'utf8')).trim();
    await withKernel(async ({ registry }) => {
      await addServer(registry, { id, adminUrl, ...limits, actor: operator() });
      show(await serverStates(registry));
    });
  });

  caps(server.command('set <id>').description('Đổi giới hạn, ngừng hay nhận tỉnh mới / change limits, take provinces or not'))
    .option('--open', 'nhận tỉnh mới / takes new provinces')
    .option('--no-open', 'không nhận thêm tỉnh / takes no more')
    .action(async (id: string, { open, ...limits }: Caps & { open?: boolean }) =>
      withKernel(async ({ registry }) => {
        await changeServer(registry, { id, ...limits, ...(open !== undefined && { acceptsNew: open }), actor: operator() });
        show(await serverStates(registry));
      }),
    );

  server
    .command('remove <id>')
    .description('Bỏ máy chủ không còn tỉnh nào / remove a server that no province lives on')
    .action(async (id: string) => withKernel(async ({ registry }) => removeServer(registry, id, operator())));

  server
    .command('list')
    .description('Danh sách máy chủ / list servers')
    .option('--json', 'cho máy đọc / for machines')
    .action(async ({ json }: { json?: true }) =>
      withKernel(async ({ registry }) => {
        const states = await serverStates(registry);
        if (json) console.log(JSON.stringify(states, null, 2));
        else show(states);
        if (states.some(({ version }) => version === null)) process.exitCode = 1;
      }),
    );
}

function caps(command: Command): Command {
  return command
    .option('--max-connections <n>', 'số kết nối nhiều nhất của một nút / most connections of one node', positive)
    .option('--max-provinces <n>', 'số tỉnh nhiều nhất / most provinces', positive);
}

function show(states: readonly ServerState[]): void {
  printTable(
    ['id', 'phiên bản', 'kết nối', 'nhiều nhất một nút', 'tỉnh', 'nhận thêm'],
    states.map(({ id, version, connections, maxConnections, provinces, maxProvinces, acceptsNew }) => [
      id,
      version ?? 'không trả lời / does not answer',
      connections === null ? '–' : `${connections.used}/${connections.most}`,
      String(maxConnections),
      `${provinces}/${maxProvinces}`,
      acceptsNew ? 'có' : 'không',
    ]),
  );
}
