import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testFolder } from '../kit/test-folder.ts';
import { stopPostmaster } from './embedded/postmaster.ts';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';

const isRoot = process.getuid?.() === 0;

let dataDir: string;
let clients: pg.Client[];

beforeEach(async () => {
  dataDir = await testFolder();
  clients = [];
});

afterEach(async () => {
  await Promise.allSettled(clients.map((client) => client.end()));
  await removeEmbeddedPostgres(dataDir);
});

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  // Servers are killed here, and a client without a listener would end the test with them.
  client.on('error', () => undefined);
  clients.push(client);
  await client.connect();
  return client;
}

/** The first column. */
async function values(client: pg.Client, sql: string): Promise<unknown[]> {
  const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
  return rows.map(([first]) => first);
}

describe('a PostgreSQL of our own', () => {
  it('keeps what was committed when it is killed, even while one of its processes still works', async () => {
    const first = await startEmbeddedPostgres({ dataDir });
    const client = await connect(first.url);
    await client.query(`create table report (title text); insert into report values ('Ổ gà đường Lê Lợi')`);
    const busy = (await connect(first.url)).query(
      `do $$ declare n bigint := 0; begin while n < 10000000 loop n := n + 1; end loop; end $$`,
    );
    process.kill(first.pid, 'SIGKILL');

    const second = await startEmbeddedPostgres({ dataDir });
    expect(second.attached).toBe(false);
    expect(await values(await connect(second.url), 'select title from report')).toEqual(['Ổ gà đường Lê Lợi']);
    // The start had to wait for it: two servers must never write to the same data.
    expect(await readFile(join(dataDir, 'server.log'), 'utf8')).toContain('still in use');
    await Promise.allSettled([busy]);
  });

  it('is found again on the same address after its Node was killed', async () => {
    const script = `
      const { startEmbeddedPostgres } = await import(process.argv[1]);
      console.log(JSON.stringify(await startEmbeddedPostgres({ dataDir: process.argv[2] })));
      process.stdin.on('end', () => process.exit()).resume();`;
    const library = new URL('./embedded-postgres.ts', import.meta.url).href;
    const node = spawn(process.execPath, ['--input-type=module', '-e', script, library, dataDir]);
    const [line] = (await once(node.stdout, 'data')) as [Buffer];
    const left = JSON.parse(line.toString()) as { url: string; pid: number };
    node.kill('SIGKILL');
    await once(node, 'exit');

    const found = await startEmbeddedPostgres({ dataDir });
    expect(found).toMatchObject({ attached: true, pid: left.pid, url: left.url });

    await found.stop();
    const restarted = await startEmbeddedPostgres({ dataDir });
    expect(restarted).toMatchObject({ attached: false, url: left.url });
  });

  it('is one server when two processes start it at once', async () => {
    const [one, other] = await Promise.all([startEmbeddedPostgres({ dataDir }), startEmbeddedPostgres({ dataDir })]);
    expect(one.url).toBe(other.url);
    expect(one.pid).toBe(other.pid);
    expect([one.attached, other.attached].sort()).toEqual([false, true]);
  });

  it('starts although another program has the process id that a crash left behind', async () => {
    const first = await startEmbeddedPostgres({ dataDir });
    const pidFile = join(dataDir, 'cluster', 'data', 'postmaster.pid');
    const left = await readFile(pidFile, 'utf8');
    await first.stop();
    await writeFile(pidFile, left.replace(String(first.pid), String(process.pid)));

    expect((await startEmbeddedPostgres({ dataDir })).attached).toBe(false);
  });

  it('stops while a client holds a transaction, which is rolled back', async () => {
    const first = await startEmbeddedPostgres({ dataDir });
    const client = await connect(first.url);
    await client.query('create table report (title text)');
    await client.query(`begin; insert into report values ('Chưa gửi')`);
    await first.stop();
    await first.stop();

    const second = await startEmbeddedPostgres({ dataDir });
    expect(await values(await connect(second.url), 'select title from report')).toEqual([]);
  });

  it('is cut off when stopping hangs, and recovers', async () => {
    const first = await startEmbeddedPostgres({ dataDir });
    const client = await connect(first.url);
    await client.query(`create table report (title text); insert into report values ('Đèn hỏng')`);
    const [checkpointer] = await values(client, `select pid from pg_stat_activity where backend_type = 'checkpointer'`);
    process.kill(Number(checkpointer), 'SIGSTOP');
    await stopPostmaster(join(dataDir, 'cluster', 'data'), first.pid, 500);

    const second = await startEmbeddedPostgres({ dataDir });
    expect(await values(await connect(second.url), 'select title from report')).toEqual(['Đèn hỏng']);
  }, 30_000);

  it('says which port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const start = startEmbeddedPostgres({ dataDir, port });
    await expect(start).rejects.toThrow(/Address already in use[^]*port \d+[^]*server\.log/);
    other.close();
  });

  it('says what is broken in its data', async () => {
    await (await startEmbeddedPostgres({ dataDir })).stop();
    await rm(join(dataDir, 'cluster', 'data', 'global', 'pg_control'));
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/pg_control[^]*server\.log/);
  });

  it('lets nobody in without the password, which only its user can read', async () => {
    const { url } = await startEmbeddedPostgres({ dataDir });
    const stranger = new URL(url);
    stranger.password = 'postgres';
    await expect(connect(stranger.href)).rejects.toThrow('password authentication failed');
    expect((await stat(join(dataDir, 'cluster', 'password'))).mode & 0o777).toBe(0o600);
  });

  it('writes no citizen data to its log', async () => {
    const { url } = await startEmbeddedPostgres({ dataDir });
    const client = await connect(url);
    await client.query('create table account (email text unique, age int)');
    const twice = `insert into account values ($1), ($1)`;
    await expect(client.query(twice, ['lan@hue.example'])).rejects.toThrow();
    await expect(client.query(`select 'lan@hue.example'::int`)).rejects.toThrow();
    const log = await readFile(join(dataDir, 'server.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain('lan@hue.example');
  });

  it('knows Vietnamese: order, search by parts of words, search without marks', async () => {
    const client = await connect((await startEmbeddedPostgres({ dataDir })).url);
    const names = `(values ('Huế'), ('Đắk Lắk'), ('Điện Biên'), ('Đà Nẵng'), ('An Giang'), ('Cần Thơ'), ('Cà Mau')) t (name)`;
    const ordered = ['An Giang', 'Cà Mau', 'Cần Thơ', 'Đà Nẵng', 'Đắk Lắk', 'Điện Biên', 'Huế'];
    expect(await values(client, `select name from ${names} order by name collate "vi-x-icu"`)).toEqual(ordered);
    expect(await values(client, `select name from ${names} order by name`)).toEqual(ordered);

    await client.query('create extension pg_trgm; create extension unaccent');
    expect(await values(client, `select similarity('ĐẮK LẮK', 'đắk lắk')`)).toEqual([1]);
    expect(await values(client, `select cardinality(show_trgm('đắ'))`)).toEqual([3]);
    expect(await values(client, `select unaccent('Đắk Lắk')`)).toEqual(['Dak Lak']);
  });

  it.runIf(isRoot)('moves out of a folder that only root can enter', async () => {
    await chmod(dataDir, 0o700);
    const lines: string[] = [];
    const first = await startEmbeddedPostgres({ dataDir, onLog: (line) => lines.push(line) });
    const home = await readFile(join(dataDir, 'moved-to'), 'utf8');
    expect(lines.filter((line) => line.includes(home) && line.includes(dataDir))).toHaveLength(1);
    expect((await stat(join(home, 'cluster'))).uid).not.toBe(0);
    expect((await startEmbeddedPostgres({ dataDir })).pid).toBe(first.pid);

    await removeEmbeddedPostgres(dataDir);
    await expect(stat(home)).rejects.toThrow('ENOENT');
  });
});
