import { pino } from 'pino';
import { expect, test } from 'vitest';
import { errorForLog } from './error-for-log.ts';

function logged(error: Error): string {
  const lines: string[] = [];
  pino({ serializers: { err: errorForLog } }, { write: (line: string) => void lines.push(line) }).error({ err: error }, 'failed');
  return lines.join();
}

const refusedRow = Object.assign(new Error('new row for relation "contacts" violates check constraint "contacts_check"'), {
  code: '23514',
  detail: 'Failing row contains (Nguyễn Văn An, +84905123456).',
  where: 'SQL statement "insert … Nguyễn Văn An"',
  constraint: 'contacts_check',
});
const unreadableValue = Object.assign(new Error('invalid input syntax for type integer: "Nguyễn Văn An"'), { code: '22P02' });

test.each([
  ['a refused row', refusedRow],
  ['an unreadable value', unreadableValue],
  ['one behind another', new Error('The module failed', { cause: unreadableValue })],
])('what PostgreSQL says of %s is kept without the citizen in it', (_what, error) => {
  const line = logged(error);
  expect(line).toContain(error.message.split(': ')[0]!.replaceAll('"', '\\"'));
  expect(line).not.toMatch(/Nguyễn|905/);
});

test('where it happened is kept: code, constraint, stack', () => {
  expect(JSON.parse(logged(refusedRow)).err).toMatchObject({ code: '23514', constraint: 'contacts_check', stack: expect.stringContaining('error-for-log.test') });
});

test('whoever wrote a table without its schema into raw SQL is told so', () => {
  expect(JSON.parse(logged(new Error('relation "marks" does not exist'))).err.message).toContain('flood_marks.marks');
  expect(JSON.parse(logged(new Error('relation "flood_marks.marks" does not exist'))).err.message).toBe('relation "flood_marks.marks" does not exist');
});
