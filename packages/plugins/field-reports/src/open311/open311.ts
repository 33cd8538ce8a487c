import { type MountEnvironment, Problem, sayIn, toProblem } from '@tinhthong/core';
import { Hono } from 'hono';
import type { FieldReports } from '../module.ts';
import { address, discovery } from './discovery.ts';
import { readMedia } from './media.ts';
import { type Given, givenInAddress, type Open311Request } from './parameters.ts';
import { postRequest } from './post-request.ts';
import { postUpdate } from './post-update.ts';
import { errorsOf, statusOf } from './refusals.ts';
import { listRequests, readRequest } from './requests.ts';
import { type Format, formats, type Root, type Value } from './resources.ts';
import { listServices, serviceDefinition } from './services.ts';
import { readToken } from './tokens.ts';
import { listUpdates } from './updates.ts';
import { writeAnswer } from './write-answer.ts';

/**
 * GeoReport v2 at `/open311/v2`, for clients that other people wrote: docs/open311.md. Reading is public, writing needs
 * an API key of the province with `open311:write`. One line a resource; the format is the end of its address.
 */
export const open311 = new Hono<MountEnvironment<FieldReports>>();

type Read = (c: Open311Request, given: Given, id: string) => Promise<Value>;

const reads: readonly (readonly [path: string, root: Root, read: Read])[] = [
  ['/discovery', 'discovery', discovery],
  ['/services', 'services', listServices],
  ['/services/:id', 'service_definition', serviceDefinition],
  ['/requests', 'service_requests', listRequests],
  ['/requests/:id', 'service_requests', readRequest],
  ['/tokens/:id', 'service_requests', readToken],
  ['/servicerequestupdates', 'service_request_updates', listUpdates],
];
const writes: readonly (readonly [path: string, root: Root, write: (c: Open311Request) => Promise<Value>])[] = [
  ['/requests', 'service_requests', postRequest],
  ['/servicerequestupdates', 'service_request_updates', postUpdate],
];

for (const [path, root, read] of reads) {
  if (path.endsWith('/:id')) {
    open311.get(path, async (c) => {
      const [, id = '', format] = /^(.+)\.(xml|json)$/.exec(c.req.param('id') ?? '') ?? [];
      if (format === undefined) throw nothingHere();
      return writeAnswer(format as Format, root, await read(c, givenInAddress(c), id));
    });
  } else {
    for (const format of formats) open311.get(`${path}.${format}`, async (c) => writeAnswer(format, root, await read(c, givenInAddress(c), '')));
  }
}
for (const [path, root, write] of writes) {
  // 200, as the standard has it, and not 201.
  for (const format of formats) open311.post(`${path}.${format}`, async (c) => writeAnswer(format, root, await write(c)));
}
open311.get('/media/:file', async (c) => c.redirect(await readMedia(c, givenInAddress(c), c.req.param('file')), 302));

const taken = open311.routes.map(({ method, path }) => ({ method, pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`) }));

/** Another method, or nothing at all: said in the form of the standard, too. */
open311.all('*', (c) => {
  const path = new URL(c.req.url).pathname.slice(address.length);
  const methods = taken.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
  if (methods.length === 0) throw nothingHere();
  const allow = [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].join(', ');
  const say = sayIn(c.get('ctx').language);
  const description = say('Địa chỉ này không nhận phương thức đó.', 'This address does not take that method.');
  return writeAnswer(formatOf(c), 'errors', [{ code: '405', description }], { status: 405, headers: { allow } });
});

open311.onError((error, c) => {
  const problem = toProblem(error);
  const ctx = c.get('ctx');
  if (problem.status >= 500) ctx.log.error('an Open311 call failed', { err: error });
  return writeAnswer(formatOf(c), 'errors', errorsOf(problem, sayIn(ctx.language)), { status: statusOf(problem), headers: retryAfter(problem.headers) });
});

/** XML is what every client must understand. */
function formatOf(c: Open311Request): Format {
  return new URL(c.req.url).pathname.endsWith('.json') ? 'json' : 'xml';
}

function retryAfter({ 'retry-after': seconds }: Readonly<Record<string, string>>): Record<string, string> {
  return seconds === undefined ? {} : { 'retry-after': seconds };
}

function nothingHere(): Problem {
  return new Problem(404, 'not-found', {
    vi: 'Không có gì ở địa chỉ này. Có discovery, services, requests, tokens, servicerequestupdates, mỗi địa chỉ có đuôi .xml hoặc .json.',
    en: 'There is nothing at this address. There are discovery, services, requests, tokens and servicerequestupdates, each with .xml or .json.',
  });
}
