import { userInfo } from 'node:os';

/** Who works at this machine's command line, as acts are recorded. */
export function operator(): string {
  return `cli:${userInfo().username}`;
}
