import { until } from '../../support/until.ts';
import { WrongDay } from './told.ts';

const [patienceMs, everyMs] = [30_000, 400];

/** Asks until there is an answer, as often as somebody who looks at a screen: officers have their limits too. */
export async function inTime<T>(what: string, ask: () => Promise<T | undefined>, patience = patienceMs): Promise<T> {
  return until(what, ask, patience, everyMs).catch((error: unknown) => {
    throw error instanceof Error && error.message.startsWith('Waited') ? new WrongDay(`Chờ mãi không thấy: ${what}`) : error;
  });
}
