import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer } from '@tinhthong/core/server';
import type { TestWorld } from '@tinhthong/core/testing';
import { pino } from 'pino';

export interface SecondNode extends AsyncDisposable {
  readonly port: number;
}

/** Another server on the same databases, with its own memory and the real queue engine: as a deployment has several. */
export async function startSecondNode({ kernel, dataDir }: TestWorld): Promise<SecondNode> {
  const masterKeyFile = join(dataDir, 'master.key');
  await writeFile(masterKeyFile, kernel.registry.masterKey.map((key) => key.toString('hex')).join('\n'), { mode: 0o600 });
  const server = await startServer(
    { plugins: kernel.plugins.all },
    {
      databaseUrl: kernel.registry.adminUrl('main'),
      dataDir,
      masterKeyFile,
      host: '127.0.0.1',
      port: 0,
      logLevel: 'silent',
      trustedProxies: new Set(),
      perMinute: 600,
      limitFactor: 1_000,
      secure: false,
    },
    pino({ level: 'silent' }),
  );
  return {
    port: server.port,
    [Symbol.asyncDispose]: () => server.stop(),
  };
}
