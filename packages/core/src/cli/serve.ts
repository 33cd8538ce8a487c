import { startTracing } from '../monitoring/start-tracing.ts';
import { type RunningServer, startServer } from '../server.ts';
import type { Deployment } from './deployment.ts';
import { tellSupervisor } from './under-supervisor.ts';
import { untilStopped } from './until-stopped.ts';

/** Serves until a signal comes or the plugins change. What `whenUp` throws stops the server again. */
export async function serve(deployment: Deployment, whenUp: (server: RunningServer) => void | Promise<void>): Promise<never> {
  const tracing = await startTracing(process.env, { role: deployment.settings.role ?? 'all' });
  const server = await startServer(deployment.config, deployment.settings, deployment.log);
  try {
    await whenUp(server);
  } catch (error) {
    await server.stop();
    await deployment.close();
    throw error;
  }
  outliveStrayErrors(server);
  tellSupervisor('ready');
  return untilStopped(async (ending) => {
    await server.stop();
    await tracing.stop();
    // The next life of the server goes on with the same PostgreSQL.
    if (ending.signalled) await deployment.close();
  }, server.restart);
}

/** An error that nobody caught ends the process, unless it is known to be a module's: that one is counted and named. */
function outliveStrayErrors({ kernel }: RunningServer): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      if (kernel.watch.stray(error)) return;
      kernel.log.fatal({ err: error }, 'an error that nobody caught');
      kernel.log.flush();
      process.exit(1);
    });
  }
}
