import { hash } from 'node:crypto';

/** What stays of an erased account: enough to know it again in a backup, too little to tell whose it was. Ids are random. */
export function tombstoneOf(account: string): Buffer {
  return hash('sha256', `erased|${account}`, 'buffer');
}
