import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type Check, fault, type Fault } from '../fault.ts';
import { notServerCode, type PackageFile, type Source, type Sourced } from './source.ts';

/** Modules that lead past the context: connections, servers and processes of a plugin's own. */
const pastTheContext = /^(node:)?(child_process|cluster|dgram|http|https|http2|net|tls|worker_threads)$|^(pg|postgres|ioredis|redis|bullmq|undici|axios|got|node-fetch)(\/|$)/;
const ours = new Set(['@tinhthong/core', '@tinhthong/templates', '@tinhthong/ui-webcomponents']);

export const reach: Check<Sourced> = {
  id: 'reach',
  title: { vi: 'Chỉ đi qua ngữ cảnh', en: 'Nothing goes past the context' },
  why: {
    vi: 'Ngữ cảnh gắn với một tỉnh và một phân hệ; đường vòng thì không ai gác, không tắt được, không chuyển máy chủ được.',
    en: 'The context is bound to one province and one plugin; a way around it is unguarded, cannot be switched off or moved.',
  },
  run: ({ source }) => source.files.flatMap((file) => [...inFile(source, file)]),
};

function* inFile(source: Source, { path, text }: Source['files'][number]): Generator<Fault> {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' ')).replace(/(^|\s)\/\/[^\n]*/g, '$1');
  const lineOf = (index: number) => `${path}:${code.slice(0, index).split('\n').length}`;
  for (const found of code.matchAll(/(?:\bfrom|\bimport|\brequire\()\s*\(?\s*['"]([^'"\n]+)['"]/g)) {
    const name = found[1]!;
    const where = lineOf(found.index);
    if (name.startsWith('.')) {
      const target = relative(source.folder, resolve(source.folder, dirname(path), name));
      if (target.startsWith('..')) {
        yield fault(where, [`"${name}" nằm ngoài gói.`, `"${name}" lies outside the package.`], ['Nhập từ tên gói đã khai báo.', 'Import it by the name of a declared package.']);
      } else if (notServerCode.test(target) && !/^import type /m.test(lineAround(code, found.index))) {
        yield fault(where, [`"${name}" không phải mã máy chủ.`, `"${name}" is no code of the server.`], ['Chuyển phần dùng chung vào src/.', 'Move what both use into src/.']);
      }
    } else if (pastTheContext.test(name)) {
      yield fault(where, [`"${name}" đi vòng qua ngữ cảnh.`, `"${name}" leads past the context.`], ['Dùng ctx.db, ctx.fetch (khai báo outbound), jobs hoặc connectors.', 'Use ctx.db, ctx.fetch (declare outbound), jobs or connectors.']);
    } else if (isPlugin(source, name)) {
      yield fault(where, [`"${name}" là một phân hệ khác.`, `"${name}" is another plugin.`], ['Nghe sự kiện của nó (events.consumes, needs) hoặc gọi API của nó.', 'Listen to its events (events.consumes, needs) or call its API.']);
    }
  }
  for (const found of code.matchAll(/(?<![.\w])(fetch|eval|WebSocket|EventSource)\s*\(/g)) {
    yield fault(lineOf(found.index), [`${found[1]}(…) toàn cục không được gác.`, `The global ${found[1]}(…) is not guarded.`], ['Dùng ctx.fetch, với máy chủ ghi trong outbound.', 'Use ctx.fetch, with the host in outbound.']);
  }
}

const lineAround = (text: string, index: number): string => text.slice(text.lastIndexOf('\n', index) + 1, index);

/** A package that is itself built on the core is a plugin; the core's own companions are not. */
function isPlugin(source: Source, name: string): boolean {
  const [scope, id] = name.split('/');
  const packageName = scope!.startsWith('@') ? `${scope}/${id}` : scope!;
  if (ours.has(packageName) || packageName === source.package.name || name.startsWith('node:')) return false;
  for (let folder = source.folder; ; folder = dirname(folder)) {
    const file = join(folder, 'node_modules', packageName, 'package.json');
    if (existsSync(file)) {
      const { dependencies = {}, peerDependencies = {} } = JSON.parse(readFileSync(file, 'utf8')) as PackageFile;
      return '@tinhthong/core' in { ...dependencies, ...peerDependencies };
    }
    if (folder === dirname(folder)) return false;
  }
}
