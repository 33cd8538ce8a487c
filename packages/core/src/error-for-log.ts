import { pino } from 'pino';

const kept = ['type', 'message', 'stack', 'code', 'schema', 'table', 'column', 'constraint', 'routine'];

/**
 * What the log keeps of an error. PostgreSQL repeats the row that it refused in `detail` and `where`, and the value that
 * it could not read at the end of the message (SQLSTATE class 22): citizens' data, which has no place in a log.
 */
export function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  let { message = '', stack = '', ...rest } = pino.stdSerializers.err(error) as Record<string, string>;
  for (let part: unknown = error; part instanceof Error; part = part.cause) {
    if (!String((part as { code?: unknown }).code).startsWith('22')) continue;
    const [quiet = ''] = part.message.split(': ');
    message = message.replaceAll(part.message, quiet);
    stack = stack.replaceAll(part.message, quiet);
  }
  return Object.fromEntries(Object.entries({ ...rest, message, stack }).filter(([name]) => kept.includes(name)));
}
