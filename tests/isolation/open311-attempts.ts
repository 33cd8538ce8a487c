import type { Attempt } from './attempts.ts';
import { csvOf } from './open311-things.ts';

const at = '/open311/v2';
const api = '/api/field-reports/imports';
const page = '/phan-anh/nhap-csv';
const own = (path: string): Attempt => ({ refused: false, request: () => ({ path, as: '' }) });
const foreign = (request: Attempt['request']): Attempt => ({ refused: true, request });
const inBoth = <T>(of: (format: 'xml' | 'json') => T): [T, T] => [of('xml'), of('json')];

/** As a browser sends a form with a file in it. */
function fileForm(csv: string): FormData {
  const form = new FormData();
  form.set('once', 'gui-tep-mot-lan');
  form.set('file', new File([csv], 'phan-anh.csv', { type: 'text/csv' }));
  return form;
}

type Ways = readonly [Attempt, ...Attempt[]];
const reads = (name: string): Record<string, Ways> => Object.fromEntries(inBoth((format) => [`GET ${at}/${name}.${format}`, [own(`${at}/${name}.${format}`)]]));

/** A whole form of a foreign client, with the owner's key and, in a province of its own, a place of that. */
const writes = (name: string, fields: (owner: Parameters<Attempt['request']>[0], here: Parameters<Attempt['request']>[1], format: string) => Record<string, string>): Record<string, Ways> =>
  Object.fromEntries(
    inBoth((format) => [
      `POST ${at}/${name}.${format}`,
      [
        foreign((owner, here) => ({ path: `${at}/${name}.${format}`, method: 'POST', form: { ...fields(owner, here, format), api_key: owner.open311.key }, as: '' })),
        foreign((owner, here) => ({ path: `${at}/${name}.${format}`, method: 'POST', form: { ...fields(owner, here, `${format}-2`), api_key: '' }, as: owner.open311.key })),
      ],
    ]),
  );

/** How the addresses of Open311 and the imports are tried. */
export const open311Attempts: Readonly<Record<string, Ways>> = {
  ...reads('discovery'),
  ...reads('services'),
  ...reads('requests'),
  ...reads('servicerequestupdates'),
  [`GET ${at}/services/:id`]: [foreign(({ category }) => ({ path: `${at}/services/${category}.json`, as: '' }))],
  [`GET ${at}/requests/:id`]: inBoth((format) => foreign(({ reports }) => ({ path: `${at}/requests/${reports.follow.code}.${format}`, as: '' }))),
  [`GET ${at}/tokens/:id`]: inBoth((format) => foreign(({ open311 }) => ({ path: `${at}/tokens/${open311.token}.${format}`, as: '' }))),
  [`GET ${at}/media/:file`]: [foreign(({ reports }) => ({ path: `${at}/media/${reports.read.code}-1.webp`, as: '' }))],
  ...writes('requests', (_owner, { lat, lon }, format) => ({ service_code: 'road-damage', lat: String(lat), long: String(lon), description: `Ổ gà lớn trước cổng trường, ${format}.` })),
  ...writes('servicerequestupdates', ({ reports }, _here, format) => ({
    service_request_id: reports.follow.code, update_id: `ung-dung-${format}`, status: 'open', updated_datetime: '2026-01-01T00:00:00+07:00', description: 'Có người đến xem rồi.',
  })),

  'GET /api/field-reports/reports.csv': [own('/api/field-reports/reports.csv')],
  'POST /api/field-reports/imports': [{ refused: false, request: () => ({ path: api, method: 'POST', headers: { 'content-type': 'text/csv' }, body: csvOf('CU-4', 'không của ai') }) }],
  'GET /api/field-reports/imports/:id': [foreign(({ open311 }) => ({ path: `${api}/${open311.imports.read}` }))],
  'GET /api/field-reports/imports/:id/refused.csv': [foreign(({ open311 }) => ({ path: `${api}/${open311.imports.read}/refused.csv` }))],
  'POST /api/field-reports/imports/:id/run': [foreign(({ open311 }) => ({ path: `${api}/${open311.imports.run}/run`, method: 'POST' }))],
  'GET /phan-anh/nhap-csv': [{ refused: false, request: () => ({ path: page }) }],
  'POST /phan-anh/nhap-csv': [{ refused: false, request: () => ({ path: page, method: 'POST', body: fileForm(csvOf('CU-5', 'không của ai')) }) }],
  'GET /phan-anh/nhap-csv/:id': [foreign(({ open311 }) => ({ path: `${page}/${open311.imports.read}` }))],
  'POST /phan-anh/nhap-csv/:id': [foreign(({ open311 }) => ({ path: `${page}/${open311.imports.runOnPage}`, method: 'POST', form: { once: 'nhap-mot-lan' } }))],
};
