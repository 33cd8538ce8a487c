import { readSettings, type Role } from '../config.ts';
import { startWatchdog } from '../modules/watch/start-watchdog.ts';
import { openDeployment } from './deployment.ts';
import { serve } from './serve.ts';
import { endWithSupervisor } from './under-supervisor.ts';

export interface StartOptions {
  readonly role: Role;
  readonly safeMode?: boolean;
}

/** `tinhthong start`: a real deployment. Refuses a database that the demo made, whose passwords everybody knows. */
export async function start({ role, safeMode = false }: StartOptions): Promise<void> {
  // Before anything of a plugin is imported.
  startWatchdog(readSettings(process.env));
  endWithSupervisor();
  const deployment = await openDeployment({ safeMode });
  await serve({ ...deployment, settings: { ...deployment.settings, role } }, async (server) => {
    const { count } = await server.kernel.registry.db
      .selectFrom('registry.provinces')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('demo', '=', true)
      .executeTakeFirstOrThrow();
    if (count > 0) throw new Error('Cơ sở dữ liệu này có tài khoản của bản demo, không dùng cho vận hành thật / this database holds demo accounts and is not for production. Dùng DATA_DIR hoặc DATABASE_URL khác.');
    deployment.log.info({ port: server.port }, 'ready');
  });
}
