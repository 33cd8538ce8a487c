import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { OpenKernel } from '../../create-kernel.ts';
import { type InstalledPlugin, installedPlugins } from './package-store.ts';

const askAgainMs = 1_000;
// The node before has given its turn away by ending; its successor serves again within a few seconds.
const afterAnotherMs = 15_000;

/** Resolves when other plugins or versions are to run than this process has, and no other node is restarting for it: they go one by one. */
export function otherPlugins({ registry, installed, log }: OpenKernel, databaseUrl: string): Promise<void> {
  const running = versions(installed);
  return new Promise((resolve) => {
    let looking = false;
    async function look(): Promise<void> {
      if (looking) return;
      looking = true;
      try {
        if (versions(await installedPlugins(registry.db)) === running) return;
        log.info('other versions of plugins are active; restarting in turn');
        await takeTurn(databaseUrl);
        resolve();
      } finally {
        looking = false;
      }
    }
    const hear = () => void look().catch((error: unknown) => log.warn({ err: error }, 'active plugins could not be read'));
    registry.bus.on('plugins', hear);
    // Where the signal was lost.
    registry.onRefresh(hear);
  });
}

function versions(installed: readonly InstalledPlugin[]): string {
  return installed.map(({ plugin, version }) => `${plugin}@${version}`).join(' ');
}

/** The turn ends with this process: its connection is never given back. */
async function takeTurn(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'tinhthong restart' });
  client.on('error', () => {});
  await client.connect();
  let waited = false;
  for (;;) {
    const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(hashtext('tinhthong restart')) as mine`);
    if (rows[0]?.mine) break;
    waited = true;
    await sleep(askAgainMs);
  }
  if (waited) await sleep(afterAnotherMs);
}
