import { Overrun } from '../../jobs/cut-off.ts';
import { toProblem } from '../../http/to-problem.ts';

/**
 * Whether an error is a module's own doing. A problem is an answer, and what the database or a server outside refuses
 * or does not answer is the moment's: a module must not be suspended for an outage.
 */
export function isFault(error: unknown): boolean {
  return error instanceof Overrun || (toProblem(error).code === 'internal-error' && !isOutside(error));
}

const outside = /^(E(CONN|PIPE|TIMEDOUT|HOST|NET|NOTFOUND|AI_)|UND_ERR_|CERT_|DEPTH_ZERO_|SELF_SIGNED|UNABLE_TO_)/;

function isOutside(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, name, cause } = error as Error & { code?: unknown };
  return name === 'TimeoutError' || (typeof code === 'string' && outside.test(code)) || isOutside(cause);
}
