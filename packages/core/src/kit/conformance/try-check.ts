import type { Text } from '../../plugin/text.ts';
import { type Check, fault, type Fault } from './fault.ts';

export interface CheckResult {
  readonly id: string;
  readonly title: Text;
  readonly why: Text;
  readonly state: 'passed' | 'failed' | 'left-out';
  readonly faults: readonly Fault[];
  /** Why it was left out. */
  readonly reason?: Text;
}

export function resultOf({ id, title, why }: Pick<CheckResult, 'id' | 'title' | 'why'>, faults: readonly Fault[]): CheckResult {
  // One fault in a thousand rows is one fault.
  const different = [...new Map(faults.map((one) => [`${one.where} ${one.what.en}`, one])).values()];
  return { id, title, why, state: different.length === 0 ? 'passed' : 'failed', faults: different };
}

/** A check that breaks off has found something too. */
export async function tryCheck<Subject>(check: Check<Subject>, subject: Subject): Promise<CheckResult> {
  try {
    return resultOf(check, await check.run(subject));
  } catch (error) {
    const reason = reasonOf(error);
    return resultOf(check, [fault(check.id, [`Phép thử bị ngắt: ${reason}`, `The trial broke off: ${reason}`], ['Xem lỗi được nêu; hàm xử lý không được ném lỗi ở đây.', 'See the error; no handler may throw here.'])]);
  }
}

export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
