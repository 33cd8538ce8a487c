import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { expect, test } from 'vitest';
import { Problem } from '../../plugin/problem.ts';
import { beginSignIn, claimsOfCode } from './openid-provider.ts';

// A provider that lies: no real one does, so this one is written by hand.
const issuer = 'https://idp.example';
const provider = { id: 'idp', issuer, clientId: 'tinhthong', clientSecret: 'bi-mat-dung-chung-du-dai-de-ky-hs256' };
const [own, other] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')];
const underWay = beginSignIn('https://hue.example/return');
const honest = { sub: 'dan', nonce: underWay.nonce };

const sign = (claims: JWTPayload, { key = own.privateKey, aud = provider.clientId as string | string[], iss = issuer, exp = '5m' } = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'mot' }).setIssuedAt().setIssuer(iss).setAudience(aud).setExpirationTime(exp).sign(key);

async function claimsOf(token: string, more: { metadata?: object; issuer?: string } = {}) {
  const documents: Record<string, unknown> = {
    '/.well-known/openid-configuration': { issuer, authorization_endpoint: `${issuer}/a`, token_endpoint: `${issuer}/t`, jwks_uri: `${issuer}/j`, ...more.metadata },
    '/t': { id_token: token, access_token: 'x', token_type: 'Bearer' },
    '/j': { keys: [{ ...(await exportJWK(own.publicKey)), kid: 'mot', alg: 'RS256' }] },
  };
  return claimsOfCode(async (url) => Response.json(documents[new URL(url).pathname]), provider, underWay, { code: 'x', issuer: more.issuer });
}
const refusal = (claims: Promise<unknown>) => claims.then(() => 'taken', (error: unknown) => (error instanceof Problem ? error.code : String(error)));

test('an honest token is taken', async () => {
  expect(await claimsOf(await sign(honest))).toMatchObject({ sub: 'dan' });
  expect(await refusal(claimsOf(await sign({ ...honest, azp: provider.clientId }, { aud: [provider.clientId, 'khac'] })))).toBe('taken');
});

const hour = (hours: number) => Math.floor(Date.now() / 1_000) + hours * 3_600;
test.each<[string, () => Promise<string> | string]>([
  ['signed by nobody', () => new UnsecuredJWT({ ...honest, iss: issuer, aud: provider.clientId, iat: hour(0), exp: hour(1) }).encode()],
  ['signed with the secret that the client shares', () => new SignJWT(honest).setProtectedHeader({ alg: 'HS256' }).setIssuedAt().setIssuer(issuer).setAudience(provider.clientId).setExpirationTime('5m').sign(Buffer.from(provider.clientSecret))],
  ['signed with another key', () => sign(honest, { key: other.privateKey })],
  ['of another provider', () => sign(honest, { iss: 'https://khac.example' })],
  ['made for another client', () => sign(honest, { aud: 'khac' })],
  ['made for several, and not for this one', () => sign({ ...honest, azp: 'khac' }, { aud: [provider.clientId, 'khac'] })],
  ['that is over', () => sign(honest, { exp: '-5m' })],
  ['of another sign-in', () => sign({ ...honest, nonce: 'khac' })],
  ['that names no sign-in', () => sign({ sub: 'dan' })],
  ['about nobody', () => sign({ nonce: underWay.nonce })],
  ['that is none', () => 'abc'],
])('a token %s is refused', async (_what, token) => {
  expect(await refusal(claimsOf(await token()))).toBe('provider-refused');
});

test('a provider is not mistaken for another: its documents and its answer name it', async () => {
  const token = await sign(honest);
  expect(await refusal(claimsOf(token, { metadata: { issuer: 'https://khac.example' } }))).toBe('provider-unavailable');
  expect(await refusal(claimsOf(token, { issuer: 'https://khac.example' }))).toBe('provider-refused');
  expect(await refusal(claimsOf(token, { metadata: { authorization_response_iss_parameter_supported: true } }))).toBe('provider-refused');
  expect(await refusal(claimsOf(token, { issuer }))).toBe('taken');
});

test('a provider sends browsers to no address but one of the web', async () => {
  for (const name of ['authorization_endpoint', 'end_session_endpoint']) {
    expect([name, await refusal(claimsOf(await sign(honest), { metadata: { [name]: 'javascript:alert(1)' } }))]).toEqual([name, 'provider-unavailable']);
  }
});
