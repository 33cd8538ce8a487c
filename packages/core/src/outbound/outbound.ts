import { lookup } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, type Dispatcher } from 'undici';

/** Why an address outside is not reached. */
export type OutboundRefusal = 'protocol' | 'credentials' | 'not-https' | 'not-public' | 'not-found';

/** What this deployment may reach outside: public addresses, and those that its operator has named. */
export interface Outbound {
  /** For undici: connects to addresses that were judged after the name was resolved, and to the very address judged. */
  readonly dispatcher: Dispatcher;
  /** What can be said of an address before its name is resolved. Its connection is judged again by the dispatcher. */
  refusal(url: URL, rules?: { readonly https: boolean }): OutboundRefusal | undefined;
  /** The same, and what its name stands for now: to refuse early, with a reason. */
  refusalNow(url: URL, rules?: { readonly https: boolean }): Promise<OutboundRefusal | undefined>;
  close(): Promise<void>;
}

export interface OutboundOptions {
  /** Hosts, addresses and networks (`10.20.0.0/16`) that may be reached although they are not public. */
  readonly allow?: readonly string[];
  readonly resolve?: Resolve;
  /** In place of real connections: the network of a test. */
  readonly instead?: Dispatcher;
}

export type Resolve = (name: string, options: { readonly all: true }, callback: (error: Error | null, addresses: Addresses) => void) => void;
type Addresses = readonly { readonly address: string; readonly family: number }[];

const mostBytes = 10 * 1024 * 1024;

export function createOutbound({ allow = [], resolve = lookup as Resolve, instead }: OutboundOptions): Outbound {
  const networks = allow.filter((one) => ipaddr.isValidCIDR(one)).map((one) => ipaddr.parseCIDR(one));
  const named = new Set(allow.map(normal));
  const permitted = (address: string) => isPublicAddress(address) || named.has(normal(address)) || networks.some((network) => lies(address, network));

  function judge(host: string, callback: (error: Error | null, addresses: Addresses) => void): void {
    resolve(host, { all: true }, (error, addresses) => {
      const refused = named.has(host) ? undefined : addresses?.find(({ address }) => !permitted(address));
      if (error) callback(error, []);
      else if (refused) callback(new NotPublic(`${host} resolves to ${refused.address}, which is not a public address`), []);
      else callback(null, addresses);
    });
  }

  function refusal(url: URL, { https } = { https: false }): OutboundRefusal | undefined {
    const host = bareHost(url);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'protocol';
    if (url.username !== '' || url.password !== '') return 'credentials';
    if (isIP(host) !== 0 && !permitted(host)) return 'not-public';
    // In the operator's own network the operator may do without.
    if (https && url.protocol !== 'https:' && !named.has(normal(host)) && !networks.some((network) => lies(host, network))) return 'not-https';
    return undefined;
  }

  const dispatcher = instead ?? new Agent({
    maxResponseSize: mostBytes,
    connect: { lookup: (host, _options, callback) => judge(host, callback as Parameters<typeof judge>[1]) },
  });
  return {
    dispatcher,
    refusal,
    async refusalNow(url, rules) {
      const refused = refusal(url, rules);
      const host = bareHost(url);
      if (refused !== undefined || isIP(host) !== 0) return refused;
      return new Promise((done) => judge(host, (error) => done(error === null ? undefined : error instanceof NotPublic ? 'not-public' : 'not-found')));
    },
    close: () => dispatcher.destroy(),
  };
}

/** The name behind a URL resolves to an address that may not be reached. */
export class NotPublic extends Error {}

/** Private, loopback, link-local, carrier-grade, NAT64 and IPv4-mapped addresses are not public. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

export function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

function lies(address: string, network: ReturnType<typeof ipaddr.parseCIDR>): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.kind() === network[0].kind() && parsed.match(network);
}

function normal(host: string): string {
  return ipaddr.isValid(host) ? ipaddr.process(host).toNormalizedString() : host.toLowerCase();
}
