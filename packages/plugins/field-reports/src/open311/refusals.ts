import { invalid, notFound, Problem, type Say, type Text } from '@tinhthong/core';
import type { Value } from './resources.ts';

/** 400: what was sent cannot be taken as it is; `name` is the parameter. */
export function wrong(name: string, message: Text): Problem {
  return invalid(name, message);
}

/** 404: a jurisdiction, service or request that is not here; one that is not public is not here either. */
export function unknown(what: Text): Problem {
  return notFound(what);
}

export function noKey(): Problem {
  return new Problem(403, 'api-key-needed', {
    vi: 'Cần api_key của tỉnh này với quyền open311:write, gửi trong nội dung hoặc ở Authorization: Bearer.',
    en: 'An api_key of this province with the permission open311:write is needed, in the body or as Authorization: Bearer.',
  });
}

/** Of the three statuses that the standard has; beyond them only "later": too many at once, or a province that does not answer. */
export function statusOf({ status }: Problem): number {
  if (status === 404 || status >= 429) return status;
  return status === 401 || status === 403 ? 403 : 400;
}

/** Errors are always a list, one for each thing that is wrong. */
export function errorsOf(problem: Problem, say: Say): Value {
  const code = String(statusOf(problem));
  const [title, detail] = [say(problem.title), problem.detail && say(problem.detail)];
  if (problem.errors.length > 0) return problem.errors.map(({ path, message }) => ({ code, description: `${nameOf(path)}: ${say(message)}` }));
  return [{ code, description: detail === undefined ? title : `${title} ${detail}` }];
}

const standardNames: Readonly<Record<string, string>> = { category: 'service_code', lon: 'long', address: 'address_string', commune: 'address_id', 'contact.email': 'email', 'contact.phone': 'phone', photos: 'media' };

/** As the caller knows the field: what the module's own checks call `body.lon` is `long` here. */
function nameOf(path: string): string {
  const own = path.replace(/^(body|query)\./, '');
  return standardNames[own] ?? own;
}
