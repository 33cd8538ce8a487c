import { fetch as undiciFetch, type RequestInit as UndiciInit } from 'undici';
import type { Outbound } from '../../outbound/outbound.ts';
import type { Fetch } from './openid-provider.ts';

const timeoutMs = 10_000;

/** An administrator of a province names the provider, so its addresses are judged like any that a module asks for. */
export function fetchProvider(outbound: Outbound): Fetch {
  return async (url, init = {}) => {
    const refused = outbound.refusal(new URL(url), { https: true });
    if (refused !== undefined) throw new Error(`the provider's address is refused: ${refused}`);
    const answer = await undiciFetch(url, { ...(init as UndiciInit), redirect: 'error', signal: AbortSignal.timeout(timeoutMs), dispatcher: outbound.dispatcher });
    return answer as unknown as Response;
  };
}
