import { Problem } from '../../plugin/problem.ts';
import type { CoreContext } from './core-route.ts';

/** The account that calls. @throws Problem 403 for keys and operators: what people want to hear is their own affair */
export function ownAccount({ actor }: CoreContext): string {
  if (actor.kind === 'account' && actor.id !== null) return actor.id;
  throw new Problem(403, 'account-required', { vi: 'Việc này chỉ dành cho người có tài khoản ở tỉnh này.', en: 'This is for people with an account in this province.' });
}
