import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { basename, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface DemoWebsite {
  /**
   * A folder of websites, one a system: `index.html` and what it needs, `snippet.html` as its webmaster pastes it (of
   * another page `<page>.snippet.html`), and `headers.json` where that system sends a policy. `%SNIPPET%`, `%PROVINCE%`
   * and `%KEY%` in them are filled in.
   */
  readonly folder: URL;
  /** The one origin that the pages' policies let in. */
  readonly province: string;
  readonly embedKey: string;
  readonly host: string;
  readonly port: number;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.webp': 'image/webp',
};
const front = 'plain';

/**
 * Websites of communes beside the demo, of another origin, as a webmaster has them: `/hosts/<system>/`, and at `/` one
 * under as strict a policy as any has. Nothing of the platform runs in it.
 */
export async function serveDemoWebsite({ folder, province, embedKey, host, port }: DemoWebsite): Promise<Server> {
  const root = fileURLToPath(folder);
  const fill = (text: string) => text.replaceAll('%PROVINCE%', province).replaceAll('%KEY%', embedKey);

  async function find(pathname: string): Promise<{ body: string | Buffer; headers: Record<string, string> }> {
    const path = normalize(decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
    const type = mediaTypes[extname(path)];
    if (type === undefined || path.split(sep).includes('..')) throw new Error('no such page');
    const file = join(root, path.startsWith(`${sep}hosts${sep}`) ? path.slice('/hosts'.length) : join(front, path));
    const bytes = await readFile(file);
    if (!type.startsWith('text/html')) return { body: bytes, headers: { 'content-type': type } };
    const [snippet, own] = await Promise.all([`${basename(file, '.html')}.snippet.html`.replace(/^index\./, ''), 'headers.json'].map((name) => readFile(join(file, '..', name), 'utf8').catch(() => '')));
    return {
      body: fill(bytes.toString().replaceAll('%SNIPPET%', () => snippet!.trimEnd())),
      headers: { 'content-type': type, ...(JSON.parse(fill(own || '{}')) as Record<string, string>) },
    };
  }

  const server = createServer((request, response) => {
    void find(new URL(request.url ?? '/', 'http://website').pathname).then(
      ({ body, headers }) => response.writeHead(200, { 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff', ...headers }).end(body),
      () => response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Không có trang này / no such page\n'),
    );
  });
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}
