import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { preparedPool } from './prepared-pool.ts';

test('a connection that PostgreSQL closes while somebody holds it is reported, and the pool goes on', async () => {
  const errors: Error[] = [];
  const url = inject('adminUrl');
  const pool = preparedPool({ connectionString: url, max: 2, applicationName: 'test', statementTimeout: 0, onError: (error) => void errors.push(error) });
  const held = await pool.connect();
  const { rows } = await held.query<{ pid: number }>('select pg_backend_pid() as pid', []);
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
  await expect.poll(() => errors.map(({ message }) => message)).toContain('terminating connection due to administrator command');
  held.release(true);
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await admin.end();
  await pool.end();
});

test('a statement is prepared once a connection, and beyond four hundred texts the server keeps no more of them', async () => {
  const pool = preparedPool({ connectionString: inject('adminUrl'), max: 1, applicationName: 'test', statementTimeout: 0, onError: () => {} });
  const prepared = async () => (await pool.query<{ statement: string; uses: number }>('select statement, generic_plans + custom_plans as uses from pg_prepared_statements order by name')).rows;
  for (const n of [1, 2, 3]) expect((await pool.query('select $1::int as n', [n])).rows).toEqual([{ n }]);
  expect(await prepared()).toEqual([{ statement: 'select $1::int as n', uses: 3 }]);
  for (let i = 0; i < 450; i += 1) expect((await pool.query(`select $1::int as column_${i}`, [i])).rows).toEqual([{ [`column_${i}`]: i }]);
  expect(await prepared()).toHaveLength(400);
  await pool.end();
});

test('a statement that runs too long is ended, and leaves the connection for the next', async () => {
  const pool = preparedPool({ connectionString: inject('adminUrl'), max: 1, applicationName: 'test', statementTimeout: 50, onError: () => {} });
  await expect(pool.query('select pg_sleep(5)')).rejects.toThrow('statement timeout');
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await pool.end();
});

test('numbers are numbers and days are days, and times are those of Vietnam', async () => {
  const pool = preparedPool({ connectionString: inject('adminUrl'), max: 1, applicationName: 'test', statementTimeout: 0, onError: () => {} });
  const { rows } = await pool.query(`select 9007199254740991 as n, date '2026-11-22' as day, timestamptz '2026-11-22T18:00:00Z' as at, timestamptz '2026-11-22T18:00:00Z'::date as "dayInVietnam"`);
  expect(rows).toEqual([{ n: 9007199254740991, day: '2026-11-22', at: new Date('2026-11-22T18:00:00Z'), dayInVietnam: '2026-11-23' }]);
  await pool.end();
});
