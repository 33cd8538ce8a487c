import type { Command } from 'commander';
import type { CheckResult } from '../kit/conformance/try-check.ts';

interface Options {
  readonly previous?: string;
  readonly with?: readonly string[];
  readonly json?: boolean;
}

/** `tinhthong plugin check`: the whole contract, tried against a folder or a packed tarball. */
export function pluginCheckCommand(plugin: Command): void {
  plugin
    .command('check [source]')
    .description('Kiểm tra một phân hệ theo hợp đồng: thư mục hoặc tệp .tgz / try a module, a folder or tarball, against the contract')
    .option('--previous <source>', 'phiên bản đang chạy ở các tỉnh, để thử nâng cấp / the version now in use, to try the upgrade')
    .option('--with <source...>', 'các phân hệ mà nó cần / the modules that it needs')
    .option('--json', 'kết quả cho máy đọc / for programs')
    .action(check);
}

async function check(source = '.', { previous, with: needs, json = false }: Options): Promise<void> {
  // Read here, because they bring the whole app and its test server along.
  const { checkSource } = await import('../kit/conformance/check-source.ts');
  const { notProven, resultLines } = await import('../kit/conformance/report-lines.ts');
  const { resolveTestServer } = await import('../kit/test-server.ts');
  const server = await resolveTestServer();
  let passed: boolean;
  try {
    const onResult = (result: CheckResult) => console.log(resultLines(result).join('\n'));
    const report = await checkSource(source, { previous, needs: needs ?? [], adminUrl: server.url, ...(!json && { onResult }) });
    if (!json) for (const { what, gone, instead } of report.deprecated) console.log(`! "${what}" sẽ bỏ ở / will be gone in core ${gone}: ${instead.vi} / ${instead.en ?? ''}`);
    const count = (state: CheckResult['state']) => report.checks.filter((one) => one.state === state).length;
    console.log(
      json
        ? JSON.stringify(report, null, 2)
        : `\n${report.plugin} ${report.version}: ${count('passed')} ✓  ${count('failed')} ✗  ${count('left-out')} –\n${notProven.vi}\n${notProven.en}`,
    );
    ({ passed } = report);
  } finally {
    await server.stop();
  }
  // A plugin that left a timer behind would keep the command alive.
  process.exit(passed ? 0 : 1);
}
