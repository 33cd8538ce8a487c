import { type Dispatcher, MockAgent } from 'undici';

/** A request that a module made through `ctx.fetch`. */
export interface OutboundCall {
  readonly method: string;
  readonly url: string;
  /** As sent; undefined where there was none. */
  readonly body: string | undefined;
}

export interface TestNetwork {
  /** In the order in which they were made; those that nothing answers are among them. */
  readonly calls: readonly OutboundCall[];
  readonly dispatcher: Dispatcher;
}

/** What an address answers: `host/path`, without query, or `host/*` for all others of a host. */
export type TestAnswers = Readonly<Record<string, (call: OutboundCall) => Response | Promise<Response>>>;

/**
 * The world outside, for tests: given addresses answer, anything else is refused as if the line were dead. What the
 * module declared in `outbound` is judged before, as in production.
 *
 * @example testNetwork({ 'api.example.vn/levels': () => Response.json({ cm: 120 }) })
 */
export function testNetwork(answers: TestAnswers): TestNetwork {
  const calls: OutboundCall[] = [];
  const agent = new MockAgent();
  agent.disableNetConnect();
  const anything = { path: () => true, method: () => true };
  for (const host of new Set(Object.keys(answers).map((address) => address.split('/')[0]!))) {
    for (const origin of [`https://${host}`, `http://${host}`]) {
      const pool = agent.get(origin);
      const reply = async ({ path, method, body }: { path: string; method: string; body?: unknown }) => {
        const call = { method, url: origin + path, body: await textOf(body) };
        calls.push(call);
        const answer = answers[`${host}${path.split('?')[0]}`] ?? answers[`${host}/*`];
        if (answer === undefined) throw new Error(`Nothing answers ${method} ${call.url} in this test`);
        const response = await answer(call);
        return { statusCode: response.status, data: Buffer.from(await response.arrayBuffer()), responseOptions: { headers: Object.fromEntries(response.headers) } };
      };
      pool.intercept(anything).reply(reply as never).persist();
    }
  }
  // A kernel ends its connections by `destroy`, which undici leaves out here.
  return { calls, dispatcher: Object.assign(agent, { destroy: () => agent.close() }) };
}

async function textOf(body: unknown): Promise<string | undefined> {
  if (body === undefined || body === null) return undefined;
  return typeof body === 'string' ? body : new Response(body as BodyInit).text();
}
