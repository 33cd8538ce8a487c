import { createHash, randomBytes } from 'node:crypto';
import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { Problem } from '../../plugin/problem.ts';

/** A provider as a province set it up. */
export interface ProviderSettings {
  readonly id: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What one sign-in under way must remember between leaving and coming back. */
export interface UnderWay {
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

// Browsers are sent there: no javascript: among them.
const webAddress = z.url({ protocol: /^https?$/ });
const discovered = z.object({
  issuer: z.string(),
  authorization_endpoint: webAddress,
  token_endpoint: webAddress,
  jwks_uri: webAddress,
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
  end_session_endpoint: webAddress.optional(),
});
type Discovered = z.output<typeof discovered>;

// `none` and the symmetric ones would let whoever knows the client's secret, or nothing, write tokens.
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA'];
const clockToleranceSeconds = 60;

export function beginSignIn(redirectUri: string): UnderWay {
  const random = () => randomBytes(32).toString('base64url');
  return { nonce: random(), verifier: random(), redirectUri };
}

/** OpenID Connect Core 1.0: authorization code flow with PKCE (RFC 7636). Where the browser is to go. */
export async function authorizationUrl(fetch: Fetch, provider: ProviderSettings, { nonce, verifier, redirectUri }: UnderWay, state: string): Promise<string> {
  const { authorization_endpoint } = await discover(fetch, provider);
  const url = new URL(authorization_endpoint);
  const parameters = {
    response_type: 'code',
    client_id: provider.clientId,
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/**
 * Exchanges the code and answers the claims of the ID token, once signature, issuer, audience, time and nonce are right.
 * `issuer` is the `iss` of the answer, by which a provider is not mistaken for another (RFC 9207).
 */
export async function claimsOfCode(fetch: Fetch, provider: ProviderSettings, underWay: UnderWay, answer: { code: string; issuer: string | undefined }): Promise<JWTPayload> {
  const metadata = await discover(fetch, provider);
  if (answer.issuer === undefined ? metadata.authorization_response_iss_parameter_supported : answer.issuer !== metadata.issuer) throw providerRefused();
  const tokens = await askForTokens(fetch, provider, metadata, underWay, answer.code);
  const keys = (await getJson(fetch, metadata.jwks_uri)) as JSONWebKeySet;
  const { payload } = await jwtVerify(tokens.id_token, createLocalJWKSet(keys), {
    issuer: metadata.issuer,
    audience: provider.clientId,
    algorithms,
    clockTolerance: clockToleranceSeconds,
    requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
  }).catch((cause: unknown) => {
    throw providerRefused(cause);
  });
  if (payload['nonce'] !== underWay.nonce) throw providerRefused();
  // A token that several parties may use names the one it was made for.
  if (Array.isArray(payload.aud) && payload.aud.length > 1 && payload['azp'] !== provider.clientId) throw providerRefused();
  return payload;
}

/** Where the browser ends the session at the provider too, if it can be ended there. */
export async function endSessionUrl(fetch: Fetch, provider: ProviderSettings, returnTo: string): Promise<string | undefined> {
  const { end_session_endpoint } = await discover(fetch, provider);
  if (end_session_endpoint === undefined) return undefined;
  const url = new URL(end_session_endpoint);
  url.searchParams.set('client_id', provider.clientId);
  url.searchParams.set('post_logout_redirect_uri', returnTo);
  return url.href;
}

/** The provider's own word on its addresses; asked each time, so that a rotated key or a moved address needs no restart. */
export async function discover(fetch: Fetch, { issuer }: Pick<ProviderSettings, 'issuer'>): Promise<Discovered> {
  const found = discovered.safeParse(await getJson(fetch, `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`));
  if (!found.success || found.data.issuer !== issuer) throw providerAway();
  return found.data;
}

async function askForTokens(fetch: Fetch, provider: ProviderSettings, metadata: Discovered, { verifier, redirectUri }: UnderWay, code: string): Promise<{ id_token: string }> {
  const body = new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier });
  const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  if (metadata.token_endpoint_auth_methods_supported.includes('client_secret_basic')) {
    const encoded = [provider.clientId, provider.clientSecret].map(encodeURIComponent).join(':');
    headers['authorization'] = `Basic ${Buffer.from(encoded).toString('base64')}`;
  } else {
    body.set('client_id', provider.clientId);
    body.set('client_secret', provider.clientSecret);
  }
  const response = await fetch(metadata.token_endpoint, { method: 'POST', headers, body: body.toString() }).catch((cause: unknown) => {
    throw providerAway(cause);
  });
  const tokens = z.object({ id_token: z.string() }).safeParse(await response.json().catch(() => undefined));
  if (!response.ok || !tokens.success) throw providerRefused();
  return tokens.data;
}

async function getJson(fetch: Fetch, url: string): Promise<unknown> {
  try {
    const response = await fetch(url, { headers: { accept: 'application/json' } });
    if (!response.ok) throw new Error(`${response.status} of the provider`);
    return await response.json();
  } catch (cause) {
    throw providerAway(cause);
  }
}

function providerAway(cause?: unknown): Problem {
  return new Problem(
    502,
    'provider-unavailable',
    { vi: 'Nơi xác thực không trả lời như mong đợi.', en: 'The sign-in provider does not answer as expected.' },
    { detail: { vi: 'Xin thử lại, hoặc đăng nhập bằng mật khẩu.', en: 'Please try again, or sign in with a password.' }, cause },
  );
}

export function providerRefused(cause?: unknown): Problem {
  return new Problem(401, 'provider-refused', { vi: 'Đăng nhập qua nơi xác thực không thành công.', en: 'The sign-in at the provider did not succeed.' }, { cause });
}
