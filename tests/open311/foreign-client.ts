import { decodeXml, type Decoded } from './lone-child-decoder.ts';

export interface SeenRequest {
  readonly service_request_id: string;
  readonly status: string;
  readonly updated_datetime: string;
  readonly description: string;
}

export interface ForeignClient {
  /** Latest known state of each request, by id. */
  readonly known: ReadonlyMap<string, SeenRequest>;
  /** Everything that polls brought, in order. */
  readonly brought: readonly SeenRequest[];
  /** Asks what has changed since the latest time seen, page by page until a page is not full. `between` runs after each page. */
  poll(between?: (page: number) => Promise<void>): Promise<void>;
  /** Sends a report as a phone would: the jurisdiction in the body. Answers the id. */
  report(fields: Readonly<Record<string, string>>): Promise<string>;
}

/**
 * A client as others have deployed it: XML through a decoder that loses lists of one and makes numbers of digits; it
 * skips a request that lacks id, lat or long, or whose time has no zone; it goes on from the latest time that it saw.
 */
export function foreignClient(request: (path: string, init?: RequestInit) => Promise<Response>, options: { key: string; pageSize: number; since: string }): ForeignClient {
  const known = new Map<string, SeenRequest>();
  const brought: SeenRequest[] = [];
  let latest = options.since;

  async function page(number: number, after: string): Promise<{ full: boolean; requests: SeenRequest[] }> {
    const query = new URLSearchParams({ updated_after: after, page: String(number), page_size: String(options.pageSize) });
    const answer = await request(`/requests.xml?${query}`);
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    const { service_requests: list } = { service_requests: decodeXml(await answer.text()) };
    const inner = list === null ? [] : ((list as { request?: Decoded }).request ?? []);
    const all = (Array.isArray(inner) ? inner : [inner]) as Record<string, Decoded>[];
    const whole = all.filter(({ service_request_id: id, lat, long, updated_datetime: at }) => typeof id === 'string' && typeof lat === 'number' && typeof long === 'number' && /([+-]\d{2}:\d{2}|Z)$/.test(String(at)));
    return { full: all.length === options.pageSize, requests: whole as unknown as SeenRequest[] };
  }

  return {
    known,
    brought,
    async poll(between = async () => {}) {
      const after = latest;
      for (let number = 1; ; number += 1) {
        const { full, requests } = await page(number, after);
        for (const one of requests) {
          brought.push(one);
          known.set(one.service_request_id, one);
          if (Date.parse(one.updated_datetime) > Date.parse(latest)) latest = one.updated_datetime;
        }
        if (!full) return;
        await between(number);
      }
    },
    async report(fields) {
      const answer = await request('/requests.xml', { method: 'POST', body: new URLSearchParams({ jurisdiction_id: 'hue', api_key: options.key, ...fields }) });
      const decoded = decodeXml(await answer.text()) as { request: { service_request_id: string } };
      return decoded.request.service_request_id;
    },
  };
}
