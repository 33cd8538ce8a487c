import { pino } from 'pino';

const kept = ['type', 'message', 'stack', 'code', 'schema', 'table', 'column', 'constraint', 'routine'];

/** What whoever writes a module's SQL by hand meets first: only the query builder puts the schema before a table. */
const withoutSchema = /relation "[^".]+" does not exist/;
const schemaHint = ' (trong sql`…` và ctx.query hãy ghi lược đồ / in sql`…` and ctx.query write the schema: flood_marks.marks)';

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
  if (withoutSchema.test(message)) message += schemaHint;
  return Object.fromEntries(Object.entries({ ...rest, message, stack }).filter(([name]) => kept.includes(name)));
}
