import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testWorld, type TestWorld } from '@tinhthong/core/testing';
import { createClient } from '@tinhthong/ui-webcomponents';
import { afterAll, beforeAll, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import { pictureKinds, samplePicture } from '../src/demo/sample-picture.ts';
import { fieldReports } from '../src/plugin.ts';
import type { listed, shown } from '../src/shapes.ts';
import type { answers } from '../src/intake/given-answers.ts';
import type { newReport } from '../src/intake/submit.ts';
import type { trapName } from '../src/intake/submit-report.ts';
import type { ListedReport, NewReport, paths, Report } from '../ui/api.gen.ts';

let world: TestWorld;
beforeAll(async () => {
  const folder = fileURLToPath(import.meta.resolve('@tinhthong/templates/provinces/hue/province.json')).replace(/province\.json$/, '');
  world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder)] });
});
afterAll(() => world[Symbol.asyncDispose]());

const client = createClient<paths>({ baseUrl: 'http://hue.localhost', language: 'en', fetch: async (request) => world.app.request(request) });
const road = { category: 'road-damage', description: 'Ổ gà lớn trước cổng trường, xin sửa sớm.', lat: 16.4637, lon: 107.5909 };

test('a page uploads a picture, sends a report with it and reads it back, all of it typed', async () => {
  const body = new Blob([(await samplePicture(pictureKinds[0]!, { seed: 1, after: false })) as BlobPart]);
  const photo = await client.POST('/api/field-reports/photos', { body });
  const sent = await client.POST('/api/field-reports/reports', { body: { ...road, photos: [photo.data!.id] } });
  const { data: report } = await client.GET('/api/field-reports/reports/{code}', { params: { path: { code: sent.data!.code } } });
  expect(report).toMatchObject({ category: 'road-damage', status: 'submitted', photos: 1, pictures: [{ after: false }] });
  // An event's type tells what its data holds.
  const [first] = report!.timeline;
  expect(first?.type === 'report.submitted' && first.data.code).toBe(sent.data!.code);
});

test('a write repeated with its key is done once', async () => {
  const params = { header: { 'Idempotency-Key': 'nhap-trong-may-1' } };
  const [first, second] = [await client.POST('/api/field-reports/reports', { params, body: road }), await client.POST('/api/field-reports/reports', { params, body: road })];
  expect(second.data).toEqual(first.data);
});

test('a refusal arrives as a problem in the language asked for, naming the field', async () => {
  const { error } = await client.POST('/api/field-reports/reports', { body: { ...road, lat: 91 } });
  expect(error).toMatchObject({ status: 422, code: 'invalid-input', title: 'The input is not valid.', errors: [{ path: 'body.lat' }] });
});

/** As JSON carries it: left out, but never undefined. */
type Sent<T> = T extends object ? { [K in keyof T]: Sent<Exclude<T[K], undefined>> } : T;

test('the generated types are those of the schemas that the server checks with', () => {
  expectTypeOf<Omit<NewReport, typeof trapName>>().toEqualTypeOf<Sent<z.input<typeof newReport> & { answers?: z.input<typeof answers> }>>();
  expectTypeOf<ListedReport>().toEqualTypeOf<z.output<typeof listed>>();
  expectTypeOf<Omit<Report, 'timeline'>>().toEqualTypeOf<Sent<Omit<z.output<typeof shown>, 'timeline'>>>();
  // @ts-expect-error an address that the API does not have
  void (() => client.GET('/api/field-reports/report'));
  // @ts-expect-error a state that no report has
  void (() => client.GET('/api/field-reports/reports', { params: { query: { status: 'lost' } } }));
  // @ts-expect-error a report without its category
  void (() => client.POST('/api/field-reports/reports', { body: { description: road.description } }));
});
