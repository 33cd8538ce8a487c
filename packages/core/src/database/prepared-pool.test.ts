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
