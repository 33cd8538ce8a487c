import { afterAll, beforeAll, expect, test } from 'vitest';
import { attempts } from '../isolation/attempts.ts';
import { provinceRoutes } from '../isolation/province-routes.ts';
import { type TwinWorld, twinWorld } from '../isolation/two-provinces.ts';
import { asStaff, refused, storingNothing } from './refused.ts';

let twins: TwinWorld;

beforeAll(async () => {
  twins = await twinWorld();
});
afterAll(() => twins[Symbol.asyncDispose]());

/** The standard of resumable uploads asks there what a server can do. */
const uploads = '/phan-anh/video';
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'];

/** Each address of a province with the methods it takes and a request to it. One address may fit several patterns. */
function addresses(): { pattern: string; takes: Set<string>; allowed: Set<string>[]; path: string }[] {
  const routes = provinceRoutes(twins.world).map((route) => ({ route, method: route.split(' ')[0]!, pattern: route.split(' ')[1]! }));
  return [...Map.groupBy(routes, ({ pattern }) => pattern)].map(([pattern, ofPattern]) => {
    const path = attempts[ofPattern[0]!.route]![0].request(twins.hue, twins.hue).path.split('?')[0]!;
    const fitting = routes.filter((one) => addressOf(one.pattern).test(path));
    const methodsOf = (some: typeof routes) => new Set(some.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])));
    return { pattern, takes: methodsOf(fitting), allowed: [...Map.groupBy(fitting, (one) => one.pattern).values()].map(methodsOf), path };
  });
}

const addressOf = (pattern: string) => new RegExp(`^${pattern.replace(/:\w+(?:\{((?:[^{}]|\{\d+\})*)\})?|\./g, (found, constraint?: string) => (found === '.' ? '\\.' : `(?:${constraint ?? '[^/]+'})`))}$`);

test('an address that does not take a method says so, and which ones it takes', async () => {
  const tried: string[] = [];
  await storingNothing(twins.world, async () => {
    for (const { pattern, takes, allowed, path } of addresses()) {
      for (const method of methods.filter((one) => !takes.has(one) && !(one === 'OPTIONS' && pattern === uploads))) {
        const response = await asStaff(twins.hue, path, { method });
        expect([method, pattern, response.status]).toEqual([method, pattern, 405]);
        expect(allowed).toContainEqual(new Set(response.headers.get('allow')?.split(', ').filter((one) => one !== 'OPTIONS')));
        // An answer to HEAD has no body.
        // The standard has its own form of an error: tests/open311/errors.test.ts.
        if (method !== 'HEAD' && !pattern.startsWith('/open311/')) await refused(`${method} ${pattern}`, response, 405);
        tried.push(`${method} ${pattern}`);
      }
    }
  });
  expect(tried).toEqual(expect.arrayContaining(['POST /api/files/:id', 'DELETE /api/field-reports/reports', 'PUT /dang-nhap', 'GET /api/auth/sign-in/email', 'PATCH /']));
});

test('an address that is none is not found, with any method, signed in or not', async () => {
  const paths = [
    '/khong-co', '/api', '/api/', '/api/khong-co', '/api/core', '/api/core/khong-co', '/api/field-reports/khong-co', '/api/field-reports/reports/HUE-26-0000001/khong-co',
    '/api/auth', '/api/files', '/api/files/a/b', '/assets/../../etc/passwd', '/..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/etc/passwd', '/@platform/api/provinces',
    '/@province/', '/%00', '/a%00b', '/%ff', '/%', '/phan-anh/viec/x/y/z', '/api/openapi.json/x', "/' or 1=1--", '/.env', '/.git/config', '/API/core/me', '//api/core/me',
  ];
  await storingNothing(twins.world, async () => {
    for (const path of paths) {
      for (const method of ['GET', 'POST', 'DELETE']) {
        await refused(`${method} ${path}`, await asStaff(twins.hue, path, { method }), 404, 400);
        await refused(`${method} ${path}`, await twins.hue.site.request(path, { method }), 404, 400);
      }
    }
  });
});

test('a report, file, key or task that is none is not found', async () => {
  const nobody = '00000000-0000-4000-8000-000000000000';
  await storingNothing(twins.world, async () => {
    for (const [method, path, status] of [
      ['GET', '/api/field-reports/reports/HUE-26-9999999', 404],
      ['GET', '/api/field-reports/inbox/HUE-26-9999999', 404],
      ['POST', '/api/field-reports/reports/HUE-26-9999999/accept', 404],
      ['GET', '/api/field-reports/reports/hue-26-0000001', 422],
      ['GET', '/api/field-reports/reports/0000001', 422],
      ['GET', `/api/files/${nobody}`, 404],
      ['GET', '/api/files/%00', 404],
      ['DELETE', `/api/core/keys/${nobody}`, 404],
      ['POST', '/api/core/tasks/999999/revive', 404],
      ['POST', '/api/core/modules/khong-co/enable', 404],
      ['PUT', '/api/core/modules/khong-co/settings', 415],
    ] as const) {
      await refused(`${method} ${path}`, await asStaff(twins.hue, path, { method }), status);
    }
  });
});

test('a browser gets the same refusals as a page, with the trace and nothing of the inside', async () => {
  for (const [path, status] of [['/khong-co', 404], ['/phan-anh/HUE-26-9999999', 404], ['/phan-anh?cursor=x', 422]] as const) {
    const response = await twins.hue.site.request(path, { headers: { accept: 'text/html' } });
    const text = await response.text();
    expect([path, response.status, response.headers.get('content-type')]).toEqual([path, status, expect.stringContaining('text/html')]);
    expect(text).toContain(response.headers.get('x-request-id'));
    expect(text).not.toMatch(/node_modules|\.ts:\d|select .* from/);
  }
});
