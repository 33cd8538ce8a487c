import { WrongDay } from './told.ts';
import type { Staff } from './day.ts';
import type { Caller } from './province.ts';
import { huongTra } from './reports-of-the-day.ts';

/** Signs the gateway's messages on this day; nobody's real key. */
export const gatewayKey = `whsec_${Buffer.from('lu-huong-tra-chi-de-dien-tap').toString('base64')}`;
export const chairmanOffice = 'van-phong-ubnd';
const [api, core] = ['/api/field-reports', '/api/core'];

interface Member {
  readonly account: string;
  readonly email: string | null;
  readonly roles: readonly string[];
  readonly agency: string | null;
  readonly communes: readonly string[];
}

interface Limits {
  readonly version: string;
  readonly limits: readonly { readonly id: number }[];
  readonly ladder: readonly object[];
}

/**
 * What the administrator does before the flood: an officer and leader for the ward, a desk in the chairman's office, a
 * ladder without waiting, a key for the message gateway. Adds to `undo` how to have each of it as it was.
 */
export async function prepare({ admin }: Pick<Staff, 'admin'>, undo: (() => Promise<unknown>)[]): Promise<void> {
  const { items: members } = await admin.get<{ items: Member[] }>(`${core}/members?limit=100`);
  async function post(account: string, to: Pick<Member, 'roles' | 'agency' | 'communes'>): Promise<void> {
    const member = members.find(({ email }) => email === `${account}@hue.example`);
    if (member === undefined) throw new WrongDay(`Không thấy tài khoản demo ${account}@hue.example`);
    const { roles, agency, communes } = member;
    undo.push(() => admin.put(`${core}/members/${member.account}`, { roles, agency, communes }));
    await admin.put(`${core}/members/${member.account}`, to);
  }
  await post('commune-officer', { roles: ['officer', 'leader'], agency: `ubnd-${huongTra}`, communes: [huongTra] });
  await post('leader', { roles: ['province-leader'], agency: chairmanOffice, communes: [] });

  const before = await readLimits(admin);
  undo.push(async () => changeLimits(admin, before.limits, before.ladder));
  await changeLimits(admin, before.limits, [{ told: '$agency', afterHours: 0 }, { told: '$chairman', afterHours: 0 }]);

  const { items: secrets } = await admin.get<{ items: { name: string; setAt: string | null }[] }>(`${core}/modules/field-reports/secrets`);
  if (secrets.some(({ name, setAt }) => name === 'intake' && setAt === null)) {
    await admin.put(`${core}/modules/field-reports/secrets/intake`, { value: gatewayKey });
    undo.push(() => admin.ask(`${core}/modules/field-reports/secrets/intake`, { method: 'DELETE' }));
  }
}

const readLimits = (admin: Caller) => admin.get<Limits>(`${api}/limits`);

async function changeLimits(admin: Caller, limits: Limits['limits'], ladder: readonly object[]): Promise<void> {
  const { version } = await readLimits(admin);
  await admin.put(`${api}/limits`, { version, limits: limits.map(({ id: _, ...limit }) => limit), ladder });
}
