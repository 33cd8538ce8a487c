import { hash } from 'node:crypto';
import type { TestProvince, TestWorld } from '@tinhthong/core/testing';
import sharp from 'sharp';
import type { TestProvider } from '../../packages/core/src/kit/test-provider.ts';
import { type AfterAnswerThings, makeAfterAnswerThings } from './after-answer-things.ts';
import { makePeople, type People } from './people.ts';
import { type ClockThings, makeClockThings } from './clock-things.ts';
import { makeOpen311Things, open311Marks, type Open311Things } from './open311-things.ts';
import { makeMediaThings, mediaMarks, type MediaThings } from './media-things.ts';
import { type IntakeThings, makeIntakeThings } from './intake-things.ts';
import { teachSuggestions } from './suggestion-things.ts';
import { definitionVersion, metricIds } from '../../packages/plugins/field-reports/src/figures/definitions.ts';
import { makeTold, type Told } from './told.ts';

/** A report of a twin, with the secret of whoever sent it. */
export interface TwinReport {
  readonly code: string;
  readonly followUp: string;
}

/** Everything of one province that another must never see, use or change. */
export interface Twin extends Omit<IntakeThings, 'voices'> {
  readonly site: TestProvince;
  /** Texts that stand in this province's data and in no other's. */
  readonly marks: readonly string[];
  /** Session of somebody who may do everything in this province. */
  readonly staff: string;
  /** More sessions of the same person, to be used up. */
  readonly spare: readonly [string, string, string];
  readonly email: string;
  readonly password: string;
  readonly key: string;
  readonly keyId: string;
  readonly deadTask: number;
  readonly webhookId: string;
  /** One of two messages to that webhook that were given up. */
  readonly delivery: number;
  readonly people: People;
  readonly told: Told;
  readonly afterAnswer: AfterAnswerThings;
  readonly clocks: ClockThings;
  readonly media: MediaThings;
  readonly open311: Open311Things;
  /** Id of the person's account, and of a request about its data. */
  readonly account: string;
  readonly privacyRequest: string;
  readonly commune: string;
  readonly category: string;
  readonly lat: number;
  readonly lon: number;
  /** Pictures that no report has yet, the last one as the token that a page's form carries. */
  readonly pendingPhoto: string;
  readonly answerPhoto: string;
  readonly photoToken: string;
  /** Path and query of a signed link to a picture. */
  readonly link: string;
  readonly cursors: { readonly list: string; readonly filteredList: string; readonly inbox: string; readonly intake: string; readonly filteredInbox: string; readonly deliveries: string; readonly audit: string; readonly messages: string };
  /** A report to try each use on, in the state that the use needs. */
  readonly reports: Readonly<Record<ReportUse, TwinReport>>;
}

const uses = {
  read: 'submitted',
  follow: 'submitted',
  reporter: 'submitted',
  withdraw: 'submitted',
  accept: 'submitted',
  acceptOnPage: 'submitted',
  reject: 'submitted',
  assign: 'accepted',
  start: 'assigned',
  refuse: 'assigned',
  contribute: 'assigned',
  reclassify: 'accepted',
  pause: 'assigned',
  pauseOnPage: 'assigned',
  resume: 'assigned',
  extend: 'assigned',
  decide: 'assigned',
  order: 'assigned',
  complete: 'assigned',
  join: 'submitted',
  leave: 'submitted',
  leaveToo: 'submitted',
  merge: 'submitted',
  mergeToo: 'submitted',
  unmerge: 'submitted',
  answer: 'in-progress',
  close: 'answered',
  rate: 'answered',
  add: 'submitted',
  sendCode: 'submitted',
  dispute: 'answered',
  review: 'answered',
  reviewOnPage: 'answered',
  reopen: 'answered',
} as const;
export type ReportUse = keyof typeof uses;

const moves = ['submitted', 'accepted', 'assigned', 'in-progress', 'answered'] as const;
export const filter = 'bbox=100,5,120,25&category=road-damage&status=submitted';
const api = '/api/field-reports';

// The same in every province, so that nothing but the province itself keeps them apart.
const email = 'can-bo@vidu.vn';
export const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#777' } }).png().toBuffer();

/** Fills a province with data that differs from its twin's in nothing but the province and its mark. */
export async function makeTwin(world: TestWorld, id: string, provider: TestProvider): Promise<Twin> {
  const site = world.province(id);
  const mark = `rieng-${id}`;
  const place = await placeOf(site);
  const password = `mat-khau-cua-${id}`;
  const member = { name: `Cán bộ ${mark}`, email, password, roles: ['admin', 'dispatcher', 'officer', 'province-leader'], agency: 'so-xay-dung', communes: [place.commune] };
  const session = () => site.signIn(member);
  const staff = await session();
  const spare = [await session(), await session(), await session()] as const;
  await markAll(site, mark, staff);
  await teachSuggestions(site, mark);

  const reports = {} as Record<ReportUse, TwinReport>;
  for (const use of Object.keys(uses) as ReportUse[]) {
    const [category, photos] = use === 'read' ? [mark, [await upload(site)]] : ['road-damage', []];
    reports[use] = await submit(site, { category, photos, mark, commune: place.commune });
    await moveTo(site, staff, reports[use].code, uses[use], mark);
    // Somebody else's, to which this person's agency is asked for its part.
    if (use === 'contribute') await site.request(`${api}/reports/${reports[use].code}/assign`, { as: staff, json: { agency: 'ioc', coordinating: ['so-xay-dung'] } });
  }
  const [pendingPhoto, answerPhoto, formPhoto] = [await upload(site), await upload(site), await upload(site)];
  const { webhookId, delivery } = await makeWebhook(site, mark, staff);
  await world.settled();

  const told = await makeTold(site, mark, staff);
  const afterAnswer = await makeAfterAnswerThings(site, mark, reports);
  const clocks = await makeClockThings(site, staff, reports);
  const open311 = await makeOpen311Things(site, staff, { mark, report: reports.read });
  const media = await makeMediaThings(site, staff, { mark, commune: place.commune, picture });
  const { items, intakeSecret, voices } = await makeIntakeThings(site, mark, staff, reports);
  Object.assign(reports, voices);
  const people = await makePeople(world, site, { mark, staff }, provider);
  const { account, privacyRequest } = await askForData(site, staff);
  const json = async <T>(path: string): Promise<T> => (await (await site.request(path.startsWith('/api') ? path : `${api}${path}`, { as: staff })).json()) as T;
  const next = async (path: string) => (await json<{ next: string }>(path)).next;
  const { pictures } = await json<{ pictures: { url: string }[] }>(`/reports/${reports.read.code}`);
  const cursors = {
    list: await next('/reports?limit=12'),
    filteredList: await next(`/reports?${filter}&limit=1`),
    inbox: await next('/inbox?limit=1'),
    intake: await next('/intake/waiting?limit=1'),
    filteredInbox: await next('/inbox?status=submitted&category=road-damage&limit=1'),
    deliveries: await next(`/api/core/webhooks/${webhookId}/deliveries?limit=1`),
    audit: await next('/api/core/audit?limit=1'),
    messages: await next('/api/core/messages?limit=1'),
  };
  const { rows } = await site.database(({ pool }) =>
    pool.query<{ key: string; task: number; ids: string[] }>(
      `select (select id from core.api_keys where name = $1) as key, (select id from core.tasks where error = $1) as task,
        (select array_agg(id::text) from (select id from core.files union select id from field_reports.reports) as own) as ids`,
      [mark],
    ),
  );
  const { key: keyId, task: deadTask, ids } = rows[0]!;
  const photoToken = await site.inside('field-reports', async (ctx) => ctx.cursors.seal('photo-of-a-form', [formPhoto]));
  const key = await site.key(['report:read', 'report:accept']);
  const { code, name, branding } = site.now().tenant;
  return {
    site, staff, spare, email, password, key, keyId, deadTask, webhookId, delivery, account, privacyRequest, ...place, category: mark, pendingPhoto, answerPhoto, photoToken, link: pictures[0]!.url, cursors, reports, people, told, afterAnswer, clocks, media, open311, items, intakeSecret,
    marks: [
      mark, name.vi, branding['primary']!, String(populationsOf(site)[0]!.people), `filename="${id}-`, `"${place.commune}"`, `/api/only-in-${id}/`, `"reopenDays":${code}`, `"keep":"P${code}D"`, `"setAt":"${secretSetAt(site)}"`,
      staff, ...spare, key, keyId, webhookId, account, people.colleague.account, people.visit, people.embedKey, ...people.ownSessions, ...told.marks, ...Object.values(afterAnswer).flatMap((token) => [token, token.slice(0, 36)]), ...Object.values(items), intakeSecret, clocks.extension, clocks.order, ...mediaMarks(media), ...open311Marks(open311), ...people.invitations.map(({ id }) => id), privacyRequest, photoToken, ...Object.values(cursors), ...ids, ...Object.values(reports).map(({ followUp }) => followUp),
    ],
  };
}

async function placeOf(site: TestProvince): Promise<{ commune: string; lat: number; lon: number }> {
  const { rows } = await site.database(({ pool }) =>
    pool.query<{ commune: string; lat: number; lon: number }>('select code as commune, lat, lon from core.communes order by code limit 1'),
  );
  return rows[0]!;
}

/** Puts the mark wherever a province names things itself. */
async function markAll(site: TestProvince, mark: string, staff: string): Promise<void> {
  const code = Number(site.now().tenant.code);
  await site.request('/api/core/personal-data/retention/field-reports/contacts', { method: 'PUT', as: staff, json: { keep: `P${code}D` } });
  await site.request('/api/core/modules/only-in-hue/secrets/token', { method: 'PUT', as: staff, json: { value: mark } });
  await site.database(async ({ pool }) => {
    await pool.query(
      `insert into field_reports.categories (code, position, name, icon, public, photo_required, flow)
       values ($1, 99, jsonb_build_object('vi', $1::text), 'x', true, false, 'time-bound')`,
      [mark],
    );
    // Of a category that nobody reports under: looking for new ones leaves it.
    await pool.query(
      `insert into field_reports.hot_spots (id, category, commune, lat, lon, reports, public_reports, codes, first_at, last_at)
       select $1, $1, code, lat, lon, 3, 3, '{}', now(), now() from core.communes order by code limit 1`,
      [`${mark}-xua`],
    );
    await pool.query(`insert into field_reports.limits (position, category, answer_days, valid_from) values (99, $1, 9, '2026-01-01')`, [mark]);
    // Published figures that are not what its reports come to.
    await pool.query(
      `insert into field_reports.published_figures (metric, first_day, last_day, version, revision, parts, computed_at)
       values ($1, '2025-01-01', '2025-12-31', $2, 1, jsonb_build_object('numerator', 9, 'denominator', 9), now())`,
      [metricIds[0], definitionVersion],
    );
    await pool.query('update core.agencies set name_vi = $1', [mark]);
    await pool.query('update core.secrets set changed_at = $1', [secretSetAt(site)]);
    // A dead task whose number the other province has not, and one that both have.
    await pool.query(
      `insert into core.tasks (id, plugin, job, due_at, error) overriding system value
       values ($2, 'field-reports', 'tell-agency', 'infinity', $1), (700000, 'field-reports', 'tell-agency', 'infinity', 'chung')`,
      [mark, 700_000 + code],
    );
    await pool.query(`insert into core.notices (key, agency, title, link) values ('chung', 'so-xay-dung', jsonb_build_object('vi', $1::text), '/')`, [mark]);
    // One secret in two provinces: neither id nor name may cross.
    await pool.query(`insert into core.api_keys (name, hash, scopes) values ($1, $2, '{report:read}')`, [mark, hash('sha256', 'ttk_cung-mot-bi-mat', 'buffer')]);
  });
  // Last: whatever background work has kept of the rows before, it reads again.
  await site.request('/api/core/modules/field-reports/settings', { method: 'PUT', as: staff, json: { reopenDays: code, identicalMinutes: 0, populations: populationsOf(site) } });
}

/** So many people as no other province has. */
export const populationsOf = (site: TestProvince) => [{ validFrom: '2020-01-01', people: 7_000_000 + Number(site.now().tenant.code) }];
const secretSetAt = (site: TestProvince) => `20${site.now().tenant.code}-01-01T00:00:00.000Z`;

/** The person's own account, and a request for all that is held about it. */
async function askForData(site: TestProvince, staff: string): Promise<{ account: string; privacyRequest: string }> {
  const account = await site.database(async ({ db }) => (await db.selectFrom('identity.user').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id);
  const made = await site.request('/api/core/personal-data/requests', { as: staff, json: { kind: 'export', account } });
  return { account, privacyRequest: ((await made.json()) as { id: string }).id };
}

/** A webhook that is off, with two messages that it did not get: nothing is sent, and an address inside is not even asked. */
async function makeWebhook(site: TestProvince, mark: string, staff: string): Promise<{ webhookId: string; delivery: number }> {
  const made = await site.request('/api/core/webhooks', { as: staff, json: { url: 'https://203.162.4.191/', description: mark, state: 'off' } });
  if (made.status !== 201) throw new Error(`${site.id}: ${made.status} ${await made.text()}`);
  const { id: webhookId } = (await made.json()) as { id: string };
  const delivery = 800_000 + Number(site.now().tenant.code);
  await site.database(async ({ pool }) => {
    await pool.query(`update core.webhooks set url = 'https://127.0.0.1/' || $1`, [mark]);
    await pool.query(
      `insert into core.deliveries (id, webhook, event_id, due_at, error) overriding system value
       select $2::bigint - row_number() over (order by id), $1, id, 'infinity', 'timeout' from (select id from core.events order by id limit 2) as event`,
      [webhookId, delivery + 1],
    );
  });
  return { webhookId, delivery };
}

async function submit(site: TestProvince, report: { category: string; photos: string[]; mark: string; commune: string }): Promise<TwinReport> {
  const { mark, ...given } = report;
  const answer = await site.request(`${api}/reports`, {
    json: {
      ...given,
      description: `Ổ gà lớn trước cổng trường, ${mark}.`,
      address: `1 Lê Lợi, ${mark}`,
      contact: { name: `Nguyễn Văn ${mark}`, phone: '0905123456', email: 'cong-dan@vidu.vn', consent: '2026-11' },
    },
  });
  if (answer.status !== 201) throw new Error(`${site.id}: ${answer.status} ${await answer.text()}`);
  const { code, followUp } = (await answer.json()) as TwinReport;
  return { code, followUp };
}

async function moveTo(site: TestProvince, staff: string, code: string, state: (typeof moves)[number], mark: string): Promise<void> {
  const steps = [['accept'], ['assign', { agency: 'so-xay-dung' }], ['start'], ['answer', { answer: `Đã vá xong, ${mark}.` }]] as const;
  for (const [move, json] of steps.slice(0, moves.indexOf(state))) {
    const moved = await site.request(`${api}/reports/${code}/${move}`, { method: 'POST', as: staff, ...(json && { json }) });
    if (!moved.ok) throw new Error(`${site.id}: ${move} ${moved.status} ${await moved.text()}`);
  }
}

/** The same picture in every province. */
async function upload(site: TestProvince): Promise<string> {
  const answer = await site.request(`${api}/photos`, { method: 'POST', headers: { 'content-type': 'image/png' }, body: picture });
  return ((await answer.json()) as { id: string }).id;
}
