import type { Sent } from './attempts.ts';
import type { Twin } from './twin.ts';

/** Sends a request of the table of attempts to a province. */
export function send(at: Twin, { path, form, as = at.staff, ...init }: Sent): Promise<Response> {
  return at.site.request(path, { as, ...init, ...(form && { body: new URLSearchParams(form) }) });
}
