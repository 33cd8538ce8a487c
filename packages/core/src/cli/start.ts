import { startServer } from '../server.ts';
import { openDeployment } from './deployment.ts';
import { untilStopped } from './until-stopped.ts';

/** `tinhthong start`: a real deployment. Refuses a database that the demo made, whose passwords everybody knows. */
export async function start(): Promise<void> {
  const deployment = await openDeployment();
  const server = await startServer(deployment.config, deployment.settings, deployment.log);
  const { count } = await server.kernel.registry.db
    .selectFrom('registry.provinces')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('demo', '=', true)
    .executeTakeFirstOrThrow();
  if (count > 0) {
    await server.stop();
    await deployment.close();
    throw new Error('Cơ sở dữ liệu này có tài khoản của bản demo, không dùng cho vận hành thật / this database holds demo accounts and is not for production. Dùng DATA_DIR hoặc DATABASE_URL khác.');
  }
  deployment.log.info({ port: server.port }, 'ready');
  await untilStopped(async () => {
    await server.stop();
    await deployment.close();
  });
}
