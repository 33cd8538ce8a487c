import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { type Check, fault, type Fault } from '../fault.ts';
import type { Sourced } from './source.ts';

interface Heard {
  readonly error: string | null;
  /** Kinds of timers, sockets and other resources that keep the process alive. */
  readonly handles: readonly string[];
  readonly listeners: readonly string[];
  readonly environment: readonly string[];
  readonly printed: string;
}

const timeoutMs = 20_000;

export const quietImport: Check<Pick<Sourced, 'source'>> = {
  id: 'import',
  title: { vi: 'Nhập gói không chạy gì', en: 'Importing runs nothing' },
  why: {
    vi: 'Nền tảng nhập mọi phân hệ khi khởi động, cả khi không tỉnh nào bật: cái gì chạy lúc đó không thuộc tỉnh nào và không tắt được.',
    en: 'Every plugin is imported at the start, whether or not a province has it on: what runs then belongs to none and cannot be switched off.',
  },
  async run({ source }) {
    const heard = await importInChild(source.entry);
    if (heard.error !== null) {
      return [fault(source.package.name, [`Không nhập được, hoặc chạm vào máy lúc nhập: ${heard.error}`, `It cannot be imported, or touches the machine while it is: ${heard.error}`], ['Gói đủ phụ thuộc (bundleDependencies); chuyển việc vào hàm xử lý.', 'Bundle what it depends on (bundleDependencies); move the work into a handler.'])];
    }
    const left = (what: string, vi: string, en: string): Fault => fault(source.package.name, [vi, en], [`Chuyển ${what} vào connectors, jobs hoặc hàm xử lý.`, `Move the ${what} into connectors, jobs or a handler.`]);
    return [
      ...heard.handles.map((kind) => left(kind, `Nhập xong vẫn còn ${kind} đang chạy.`, `After the import a ${kind} goes on.`)),
      ...heard.listeners.map((name) => left(`process.on('${name}')`, `Nhập xong vẫn còn process.on('${name}').`, `After the import process.on('${name}') is there.`)),
      ...heard.environment.map((name) => left(name, `Lúc nhập đã đổi biến môi trường ${name}.`, `The import changed the environment variable ${name}.`)),
      ...(heard.printed === '' ? [] : [left('console', `Lúc nhập đã in ra: ${heard.printed}`, `The import printed: ${heard.printed}`)]),
    ];
  },
};

/**
 * In a process of its own, because what an import leaves behind cannot be taken back; under Node's permission model, so
 * that writing files, starting processes and, where Node knows how, opening sockets throw at the line that tries.
 */
function importInChild(entry: string): Promise<Heard> {
  const script = `
    // What the core brings along is there already, and is not the plugin's.
    await import(${JSON.stringify(new URL('../../../index.ts', import.meta.url).href)});
    const state = () => ({ handles: process.getActiveResourcesInfo(), listeners: process.eventNames().map(String), environment: { ...process.env } });
    const before = state();
    const error = await import(${JSON.stringify(pathToFileURL(entry).href)}).then(() => null, (error) => String(error?.message ?? error));
    await new Promise((resolve) => setImmediate(resolve));
    const after = state();
    const counts = (list) => Map.groupBy(list, (kind) => kind);
    const more = (name) => [...counts(after[name])].flatMap(([kind, all]) => (all.length > (counts(before[name]).get(kind)?.length ?? 0) ? [kind] : []));
    const environment = Object.keys({ ...before.environment, ...after.environment }).filter((name) => before.environment[name] !== after.environment[name]);
    process.stdout.write('\\0' + JSON.stringify({ error, handles: more('handles').filter((kind) => kind !== 'Immediate'), listeners: more('listeners'), environment }) + '\\0');
    process.exit();
  `;
  const flags = ['--permission', '--allow-fs-read=*', '--allow-addons', '--disable-warning=SecurityWarning', '--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', script];
  return new Promise((resolve) => {
    execFile(process.execPath, flags, { timeout: timeoutMs, env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production' } }, (_failed, stdout, stderr) => {
      const [printed = '', told] = stdout.split('\0');
      if (told === undefined) resolve({ error: stderr.trim().split('\n').slice(0, 6).join(' ') || `không xong trong ${timeoutMs / 1_000} giây / not done in ${timeoutMs / 1_000} seconds`, handles: [], listeners: [], environment: [], printed });
      else resolve({ ...(JSON.parse(told) as Omit<Heard, 'printed'>), printed: (printed + stderr).trim() });
    });
  });
}
