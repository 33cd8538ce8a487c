import { fetch as undiciFetch, type RequestInit as UndiciInit } from 'undici';
import { inSpan } from '../monitoring/tracing.ts';
import { bareHost, type Outbound } from './outbound.ts';
import type { Plugin } from '../plugin/plugin.ts';

const timeoutMs = 15_000;

/** `fetch` for modules: declared hosts only, addresses that this deployment may reach, no redirects, limits on time and size. */
export function guardedFetch(plugin: Plugin, outbound: Outbound): (url: string | URL, init?: RequestInit) => Promise<Response> {
  return async (input, init = {}) => {
    const url = new URL(input);
    const host = bareHost(url);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Error(`${plugin.id}: fetch of ${url.protocol} is refused`);
    if (!plugin.outbound.some((pattern) => matches(pattern, host))) {
      throw new Error(`${plugin.id} did not declare ${host} in "outbound"`);
    }
    if (outbound.refusal(url) === 'not-public') throw new Error(`${plugin.id}: ${host} is not a public address`);
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(init.signal ? [init.signal] : [])]);
    const fetch = () => undiciFetch(url, { ...(init as UndiciInit), signal, redirect: 'error', dispatcher: outbound.dispatcher });
    return (await inSpan('fetch', { kind: 'client', about: { 'server.address': host } }, fetch)) as unknown as Response;
  };
}

function matches(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}
