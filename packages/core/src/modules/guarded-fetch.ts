import { lookup as resolve } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, fetch as undiciFetch, type RequestInit as UndiciInit } from 'undici';
import type { Plugin } from '../plugin/plugin.ts';

const timeoutMs = 15_000;
const mostBytes = 10 * 1024 * 1024;

/** Judged by the address a name resolves to, at the moment of connecting: parsers of URLs differ, and names change. */
const agent = new Agent({
  maxResponseSize: mostBytes,
  connect: {
    lookup(hostname, options, callback) {
      resolve(hostname, { ...options, all: true }, (error, addresses) => {
        const refused = addresses?.find(({ address }) => !isPublicAddress(address));
        if (error) callback(error, []);
        else if (refused) callback(new Error(`${hostname} resolves to ${refused.address}, which is not a public address`), []);
        else callback(null, addresses);
      });
    },
  },
});

/** `fetch` for modules: declared hosts only, public addresses only, no redirects, limits on time and size. */
export function guardedFetch(plugin: Plugin): (url: string | URL, init?: RequestInit) => Promise<Response> {
  return async (input, init = {}) => {
    const url = new URL(input);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Error(`${plugin.id}: fetch of ${url.protocol} is refused`);
    if (!plugin.outbound.some((pattern) => matches(pattern, host))) {
      throw new Error(`${plugin.id} did not declare ${host} in "outbound"`);
    }
    if (isIP(host) !== 0 && !isPublicAddress(host)) throw new Error(`${plugin.id}: ${host} is not a public address`);
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(init.signal ? [init.signal] : [])]);
    const answer = await undiciFetch(url, { ...(init as UndiciInit), signal, redirect: 'error', dispatcher: agent });
    return answer as unknown as Response;
  };
}

/** Private, loopback, link-local, carrier-grade, NAT64 and IPv4-mapped addresses are not public. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

function matches(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}
