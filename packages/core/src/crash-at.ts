/**
 * Where a process may be killed on purpose, to show that what it was doing is finished, or undone, by doing it again.
 * Without effect but in tests: `NODE_ENV=test CRASH_AT=<label>`.
 */
export function crashAt(label: string): void {
  if (process.env['NODE_ENV'] === 'test' && process.env['CRASH_AT'] === label) process.kill(process.pid, 'SIGKILL');
}
