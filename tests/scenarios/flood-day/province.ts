import { Agent } from 'node:http';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { type HttpAnswer, httpRequest } from '../../support/http-request.ts';
import { WrongDay } from './told.ts';

/** Somebody with a telephone or a desk: an address on the network, and a session where they have signed in. */
export interface Caller {
  /** The answer, whatever it is. */
  ask(path: string, request?: Asked): Promise<HttpAnswer>;
  /** What was answered; anything but success ends the day. */
  get<T>(path: string): Promise<T>;
  post<T>(path: string, json?: object): Promise<T>;
  put<T>(path: string, json: object): Promise<T>;
  /** What was refused, as its problem: `409 impossible-move`. */
  refusal(path: string, json?: object): Promise<string>;
  picture(bytes: Uint8Array): Promise<string>;
}

interface Asked {
  readonly method?: string;
  readonly json?: object;
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ProvinceSite {
  /** Somebody new, at an address of their own: limits count by address, as they should. */
  citizen(): Caller;
  /** A demo account, signed in as its officer does. */
  signIn(account: string): Promise<Caller>;
}

const password = 'tinhthong-demo';

/**
 * The province as everybody outside sees it. Every citizen calls from an address of their own: another of the loopback
 * network, where the system has them all (Linux); else by `X-Forwarded-For`, which counts where the demo was started
 * with `TRUSTED_PROXIES=127.0.0.1`.
 */
export async function provinceSite({ host, port }: { readonly host: string; readonly port: number }): Promise<ProvinceSite> {
  const ownAddresses = await canCallFrom('127.77.0.1');
  let people = 0;

  function caller(session?: string): Caller {
    people += 1;
    const [high, low] = [Math.floor(people / 250), (people % 250) + 1];
    const agent = new Agent({ keepAlive: session !== undefined, ...(ownAddresses && { localAddress: `127.77.${high}.${low}` }) });
    const own = { ...(!ownAddresses && { 'x-forwarded-for': `10.77.${high}.${low}` }), ...(session !== undefined && { cookie: session }) };
    const ask: Caller['ask'] = (path, { headers, ...request } = {}) => httpRequest({ host, port, path: path.startsWith('/api') ? path : `/api/field-reports${path}`, agent, headers: { ...own, ...headers }, ...request });
    const done = async <T>(path: string, request: Asked): Promise<T> => {
      const answer = await ask(path, request);
      if (answer.status >= 300) throw new WrongDay(`${request.method ?? 'GET'} ${path}: ${answer.status} ${answer.text.slice(0, 600)}${answer.status === 429 && !ownAddresses ? tooManyFromOne : ''}`);
      return (answer.text === '' ? undefined : answer.json<T>()) as T;
    };
    return {
      ask,
      get: (path) => done(path, {}),
      post: (path, json) => done(path, { method: 'POST', ...(json && { json }) }),
      put: (path, json) => done(path, { method: 'PUT', json }),
      async refusal(path, json) {
        const answer = await ask(path, { method: 'POST', ...(json && { json }) });
        return answer.status < 300 ? `${answer.status}` : `${answer.status} ${answer.json<{ code: string }>().code}`;
      },
      picture: async (bytes) => (await done<{ id: string }>('/photos', { method: 'POST', bytes, headers: { 'content-type': 'image/jpeg' } })).id,
    };
  }

  return {
    citizen: () => caller(),
    async signIn(account) {
      const answer = await caller().ask('/api/auth/sign-in/email', { method: 'POST', json: { email: `${account}@hue.example`, password } });
      const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0];
      if (cookie === undefined) throw new WrongDay(`Tài khoản ${account}@hue.example không đăng nhập được: ${answer.status} ${answer.text}`);
      return caller(cookie);
    },
  };
}

const tooManyFromOne = '\nMáy này chỉ có một địa chỉ: hãy chạy demo với TRUSTED_PROXIES=127.0.0.1 / this machine has one address: start the demo with TRUSTED_PROXIES=127.0.0.1';

/** Whether the whole loopback network is this machine's, as on Linux. */
async function canCallFrom(address: string): Promise<boolean> {
  const server = createServer();
  server.listen(0, address);
  const had = await Promise.race([once(server, 'listening').then(() => true), once(server, 'error').then(() => false)]);
  if (had) server.close();
  return had;
}
