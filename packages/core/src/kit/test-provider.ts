import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestProvider extends AsyncDisposable {
  readonly issuer: string;
  /** What the provider says of a person who signs in under this name. */
  readonly people: Map<string, Record<string, unknown>>;
  /** Goes through the provider's own pages as a person would; answers the address that it sends the browser back to. */
  signIn(url: string, person: string): Promise<string>;
}

// It warns of this runtime and of its quick-start parts, from its import on; a test is what those are for.
for (const level of ['info', 'warn'] as const) {
  const print = console[level].bind(console);
  console[level] = (...line: unknown[]) => (String(line[0]).includes('oidc-provider ') ? undefined : print(...line));
}
const { default: Provider } = await import('oidc-provider');

/** A real OpenID provider (oidc-provider) on a loopback port, with one client. */
export async function startTestProvider(client: { readonly id: string; readonly secret: string; readonly redirectUris: readonly string[] }): Promise<TestProvider> {
  const people = new Map<string, Record<string, unknown>>();
  // The provider must know its own address before it can answer at it.
  let handle: RequestListener = () => {};
  const server = createServer((request, response) => handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [...client.redirectUris],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    cookies: { keys: ['chỉ để thử'] },
    // A test may send the browser back minutes later.
    ttl: { AuthorizationCode: 3_600 },
    findAccount: (_ctx: unknown, id: string) => ({ accountId: id, claims: async () => ({ sub: id, ...people.get(id) }) }),
    features: { devInteractions: { enabled: true } },
  });
  handle = provider.callback();

  return {
    issuer,
    people,
    async signIn(url, person) {
      const jar = new Map<string, string>();
      async function go(at: string, form?: Record<string, string>): Promise<string> {
        if (!at.startsWith(issuer)) return at;
        const response = await fetch(at, {
          redirect: 'manual',
          method: form === undefined ? 'GET' : 'POST',
          headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
          ...(form && { body: new URLSearchParams(form) }),
        });
        for (const line of response.headers.getSetCookie()) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
          jar.set(name!, value!);
        }
        const location = response.headers.get('location');
        if (location !== null) return go(new URL(location, issuer).href);
        const page = await response.text();
        const [, prompt] = /name="prompt" value="(\w+)"/.exec(page) ?? [];
        const [, action] = /<form[^>]* action="([^"]+)"/.exec(page) ?? [];
        if (prompt === undefined || action === undefined) throw new Error(`the provider answered ${response.status}: ${page.slice(0, 500)}`);
        return go(new URL(action, issuer).href, prompt === 'login' ? { prompt, login: person, password: 'bất kỳ' } : { prompt });
      }
      return go(url);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
