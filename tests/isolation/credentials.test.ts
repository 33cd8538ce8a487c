import type { TestRequest } from '@tinhthong/core/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Twin } from './twin.ts';
import { type TwinWorld, twinWorld } from './two-provinces.ts';

let twins: TwinWorld;
let hue: Twin;
let dakLak: Twin;

beforeAll(async () => {
  twins = await twinWorld();
  ({ hue, dakLak } = twins);
});
afterAll(() => twins[Symbol.asyncDispose]());

const api = '/api/field-reports';
const sharedSecret = 'ttk_cung-mot-bi-mat';

/** Whose data the caller is given: the marks that stand in the answer. */
async function seenBy(at: Twin, path: string, as: string): Promise<{ status: number; of: string[] }> {
  const response = await at.site.request(path, { as });
  const text = await response.text();
  return { status: response.status, of: [hue, dakLak].filter(({ marks }) => marks.some((mark) => text.includes(mark))).map(({ site }) => site.id) };
}

describe('a session', () => {
  test('opens its own province and no other, though the e-mail address is the same in both', async () => {
    expect(await seenBy(hue, '/api/core/me', hue.staff)).toEqual({ status: 200, of: ['hue'] });
    expect(await seenBy(dakLak, '/api/core/me', dakLak.staff)).toEqual({ status: 200, of: ['dak-lak'] });
    expect(await seenBy(dakLak, '/api/core/me', hue.staff)).toEqual({ status: 401, of: [] });
    expect(await seenBy(hue, '/api/core/me', dakLak.staff)).toEqual({ status: 401, of: [] });
  });

  test('beside one of the other province opens nothing more, in either order, and neither is remembered for the other', async () => {
    for (const [at, other] of [[hue, dakLak], [dakLak, hue]] as const) {
      const { id } = at.site;
      expect(await seenBy(at, '/api/core/me', `${at.staff}; ${other.staff}`)).toEqual({ status: 200, of: [id] });
      expect(await seenBy(at, '/api/core/me', `${other.staff}; ${at.staff}`)).toEqual({ status: 401, of: [] });
      expect(await seenBy(at, '/api/core/me', `tt-session=; ${at.staff}`)).toEqual({ status: 200, of: [id] });
      expect(await seenBy(at, '/api/core/me', other.staff)).toEqual({ status: 401, of: [] });
      expect(await seenBy(at, '/api/core/me', at.staff)).toEqual({ status: 200, of: [id] });
    }
  });

  test("of the other province makes nobody the author of a report here, and one's own does", async () => {
    const report = (at: Twin) => ({ category: 'road-damage', commune: at.commune, description: 'Ổ gà lớn trước cổng chợ.' });
    const reporterOf = async (at: Twin, as: string) => {
      const answer = await at.site.request(`${api}/reports`, { as, json: report(at) });
      const { code } = (await answer.json()) as { code: string };
      const { rows } = await at.site.database(({ pool }) => pool.query<{ reporter: string | null }>('select reporter from field_reports.reports where code = $1', [code]));
      return rows[0]?.reporter;
    };
    expect(await reporterOf(dakLak, hue.staff)).toBeNull();
    expect(await reporterOf(dakLak, dakLak.staff)).toEqual(expect.any(String));
  });

  test('that is signed out in one province stays signed in in the other', async () => {
    await hue.site.request('/api/auth/sign-out', { method: 'POST', as: hue.spare[0] });
    expect((await seenBy(hue, '/api/core/me', hue.spare[0])).status).toBe(401);
    expect((await seenBy(dakLak, '/api/core/me', dakLak.spare[0])).status).toBe(200);
  });

  test('counts where the Host says, whatever other headers and parameters say', async () => {
    const misleading: TestRequest['headers'] = { 'x-forwarded-host': 'hue.localhost', forwarded: 'host=hue.localhost', 'x-tenant': 'hue', 'x-province': 'hue', origin: 'http://dak-lak.localhost' };
    const response = await dakLak.site.request('/api/core/agencies', { as: hue.staff, headers: misleading });
    expect(await response.text()).not.toContain(hue.category);
    expect((await dakLak.site.request('/api/core/me?province=hue', { as: hue.staff })).status).toBe(401);
    expect((await dakLak.site.request('/api/core/agencies?province=hue')).status).toBe(422);
    // The address of the request names one province, its Host another: the Host counts.
    const inHue = await twins.world.app.request('http://dak-lak.localhost/api/core/agencies', { headers: { host: 'hue.localhost' } });
    expect(await inHue.text()).toContain(hue.category);
  });
});

describe('an idempotency key', () => {
  const send = async (at: Twin, key: string, as: string | undefined, category = 'road-damage') => {
    const json = { category, commune: at.commune, description: 'Cùng một phản ánh, cùng một khóa.' };
    const response = await at.site.request(`${api}/reports`, { json, headers: { 'idempotency-key': key }, ...(as !== undefined && { as }) });
    return { status: response.status, text: await response.text() };
  };

  test.each([
    ['nobody', (_: Twin) => undefined],
    ['a session', ({ staff }: Twin) => staff],
    ['one secret', (_: Twin) => sharedSecret],
  ])('used in both provinces by %s is two keys with two results', async (who, credential) => {
    const key = `khoa-${who.replace(' ', '-')}`;
    const first = { hue: await send(hue, key, credential(hue)), dakLak: await send(dakLak, key, credential(dakLak)) };
    expect(first.hue).toMatchObject({ status: 201, text: expect.stringContaining('HUE-') });
    expect(first.dakLak).toMatchObject({ status: 201, text: expect.stringContaining('DLK-') });
    // Each province goes on answering with its own result; a mistake in one is none in the other.
    expect((await send(hue, key, credential(hue), 'waste')).status).toBe(422);
    expect(await send(dakLak, key, credential(dakLak))).toEqual(first.dakLak);
    expect(await send(hue, key, credential(hue))).toEqual(first.hue);
  });
});

describe('an API key', () => {
  test('with one secret in two provinces shows each its own', async () => {
    expect(await seenBy(hue, `${api}/inbox`, sharedSecret)).toEqual({ status: 200, of: ['hue'] });
    expect(await seenBy(dakLak, `${api}/inbox`, sharedSecret)).toEqual({ status: 200, of: ['dak-lak'] });
  });

  test('of one province is unknown in the other', async () => {
    expect((await seenBy(hue, `${api}/inbox`, hue.key)).status).toBe(200);
    expect((await seenBy(dakLak, `${api}/inbox`, hue.key)).status).toBe(401);
  });

  test('that is revoked in one province goes on in the other', async () => {
    const revoked = await hue.site.request(`/api/core/keys/${hue.keyId}`, { method: 'DELETE', as: hue.staff });
    expect(revoked.status).toBe(204);
    expect((await seenBy(hue, `${api}/inbox`, sharedSecret)).status).toBe(401);
    expect((await seenBy(dakLak, `${api}/inbox`, sharedSecret)).status).toBe(200);
  });
});
