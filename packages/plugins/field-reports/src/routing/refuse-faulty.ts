import { Problem } from '@tinhthong/core';
import { type Known, type ProposedRule, ruleFaults } from './check-rules.ts';

const mostTold = 50;

/** @throws Problem 422 with everything that is wrong with the list */
export function refuseFaulty(rules: readonly ProposedRule[], known: Known): void {
  const errors = ruleFaults(rules, known).slice(0, mostTold);
  if (errors.length > 0) throw new Problem(422, 'invalid-input', { vi: 'Bảng phân luồng chưa lưu được.', en: 'These routing rules cannot be saved.' }, { errors });
}
