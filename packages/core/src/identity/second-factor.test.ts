import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { setUpSecondFactor, testPassword } from '../kit/test-site.ts';
import { type TestProvince, testWorld, type TestWorld } from '../kit/testing.ts';
import { fromBase32, totpCode } from './totp.ts';

// Hashing a password takes its time, on purpose.
vi.setConfig({ testTimeout: 30_000 });

const clock = { now: new Date('2027-03-01T02:00:00Z') };
const later = (seconds: number) => void (clock.now = new Date(clock.now.getTime() + seconds * 1_000));
let world: TestWorld;
let hue: TestProvince;

beforeAll(async () => {
  world = await testWorld({ plugins: [], now: () => clock.now });
  hue = world.province('hue');
  await hue.role('keeper', [{ permission: 'key:manage' }]);
  await hue.role('guarded', [{ permission: 'key:manage' }]);
  await hue.database(({ db }) => db.updateTable('core.roles').set({ second_factor: true }).where('id', '=', 'guarded').execute());
});
afterAll(() => world[Symbol.asyncDispose]());

const signIn = async (name: string) => {
  const answer = await hue.request('/api/auth/sign-in/email', { json: { email: `${name}@hue.example`, password: testPassword } });
  return { ...((await answer.json()) as { secondFactor: string | null }), as: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
};
const status = async (as: string, path = '/api/core/keys') => (await hue.request(path, { as })).status;
const show = async (as: string, code: string) => (await hue.request('/api/auth/second-factor/show', { as, json: { code } })).status;

test('after a password alone, an account with a second factor is nobody, and the right code lets it in', async () => {
  const secret = await setUpSecondFactor(hue, await hue.signIn({ name: 'lan', roles: ['keeper'] }), clock.now);
  const { as, secondFactor } = await signIn('lan');
  expect(secondFactor).toBe('needed');
  expect([await status(as), await status(as, '/api/core/me'), await status(as, '/api/auth/sessions')]).toEqual([401, 401, 401]);
  expect(((await (await hue.request('/api/core/keys', { as })).json()) as { code: string }).code).toBe('second-factor-needed');
  expect(await show(as, '000000')).toBe(422);
  later(60);
  expect(await show(as, totpCode(fromBase32(secret), clock.now))).toBe(204);
  expect(await status(as)).toBe(200);
});

test('a code is good once: who overheard it cannot use it again, nor the one before it', async () => {
  const secret = await setUpSecondFactor(hue, await hue.signIn({ name: 'minh', roles: ['keeper'] }), clock.now);
  later(60);
  const [before, code] = [totpCode(fromBase32(secret), new Date(clock.now.getTime() - 30_000)), totpCode(fromBase32(secret), clock.now)];
  expect(await show((await signIn('minh')).as, code)).toBe(204);
  const again = await signIn('minh');
  expect([await show(again.as, code), await show(again.as, before), await status(again.as)]).toEqual([422, 422, 401]);
});

test('a backup code stands in for a lost phone, once', async () => {
  const first = await hue.signIn({ name: 'hoa', roles: ['keeper'] });
  await setUpSecondFactor(hue, first, clock.now);
  const { backupCodes } = (await (await hue.request('/api/auth/second-factor/backup-codes', { method: 'POST', as: first })).json()) as { backupCodes: string[] };
  expect(new Set(backupCodes).size).toBe(10);
  const { as } = await signIn('hoa');
  expect(await show(as, backupCodes[0]!.toUpperCase())).toBe(204);
  expect(await status(as)).toBe(200);
  expect(await show((await signIn('hoa')).as, backupCodes[0]!)).toBe(422);
  const stored = await hue.database(({ pool }) => pool.query<{ row: string }>('select (second_factors, backup_codes)::text as row from identity.second_factors, identity.backup_codes'));
  expect(stored.rows.some(({ row }) => backupCodes.some((code) => row.includes(code)))).toBe(false);
});

test('where a role asks for a second factor, nothing but setting it up is possible until then', async () => {
  const as = await hue.signIn({ name: 'tuan', roles: ['guarded'] });
  expect((await signIn('tuan')).secondFactor).toBe('enrolment');
  expect([await status(as), await status(as, '/api/core/me')]).toEqual([403, 200]);
  await setUpSecondFactor(hue, as, clock.now);
  expect(await status(as)).toBe(200);
  // Taking it away again takes the rights away too.
  expect((await hue.request('/api/auth/second-factor/disable', { as, json: { password: 'sai' } })).status).toBe(422);
  expect((await hue.request('/api/auth/second-factor/disable', { as, json: { password: testPassword } })).status).toBe(204);
  expect(await status(as)).toBe(403);
});

test('other sessions end when a second factor is set up, and it cannot be set up twice', async () => {
  const [first, second] = [await hue.signIn({ name: 'nga', roles: ['keeper'] }), await hue.signIn({ name: 'nga', roles: ['keeper'] })];
  await setUpSecondFactor(hue, second, clock.now);
  expect([await status(first), await status(second)]).toEqual([401, 200]);
  expect((await hue.request('/api/auth/second-factor/enrol', { method: 'POST', as: second })).status).toBe(409);
});

test('codes tried at random make the account wait at that network, longer each time, and not for ever', async () => {
  const secret = await setUpSecondFactor(hue, await hue.signIn({ name: 'vu', roles: ['keeper'] }), clock.now);
  later(60);
  const { as } = await signIn('vu');
  const tries: number[] = [];
  for (let i = 0; i < 7; i += 1) tries.push(await show(as, '000000'));
  expect(tries).toEqual([422, 422, 422, 422, 422, 429, 429]);
  // While waiting the right code is refused too: it would tell the guesses apart.
  expect(await show(as, totpCode(fromBase32(secret), clock.now))).toBe(429);
  later(31);
  expect(await show(as, totpCode(fromBase32(secret), clock.now))).toBe(204);
});

test('what was done is in the log of the province, by whom, and without any secret', async () => {
  const { rows } = await hue.database(({ pool }) => pool.query<{ type: string; own: boolean }>(`select distinct type, actor_id = subject as own from core.events where type like 'second-factor.%' order by type`));
  expect(rows).toEqual(['backup-used', 'codes-renewed', 'disabled', 'enabled'].map((type) => ({ type: `second-factor.${type}`, own: true })));
});
