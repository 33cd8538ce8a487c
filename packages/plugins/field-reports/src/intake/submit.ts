import { invalid, latitude, longitude, type OneStatementChange, Problem, textOf, timeOrderedId } from '@tinhthong/core';
import { z } from 'zod';
import { configurationOf } from '../configuration.ts';
import { followUpCode } from '../after-answer/follow-up.ts';
import type { ReportContext } from '../module.ts';
import { maskText } from '../privacy/mask-text.ts';
import { insertFirstClocks } from '../clocks/clock-rows.ts';
import { dueTimes } from '../clocks/due-times.ts';
import { routeReport } from '../routing/route-report.ts';
import { photos } from '../shapes.ts';
import { type Channel, citizenChannels } from './channels.ts';
import { alreadySent, claimTexts, fingerprintOf, firstOfItsText, firstSent } from './identical-reports.ts';
import { phoneOf } from './phone-of.ts';
import { placeOf } from './place-of.ts';

/** Version of the consent text that stands above the contact fields. */
export const consentVersion = '2026-11';

export const newReport = z.strictObject({
  category: z.string().max(60).meta({ example: 'road-damage' }),
  description: textOf(10, 4_000),
  lat: latitude.optional(),
  lon: longitude.optional(),
  commune: z.string().regex(/^\d{5}$/).optional(),
  address: textOf(0, 300).optional(),
  channel: z.enum(citizenChannels).default('web'),
  photos,
  contact: z
    .strictObject({
      name: textOf(0, 100).optional(),
      phone: z.string().max(30).optional(),
      email: z.email().max(200).optional(),
      consent: z.literal(consentVersion),
    })
    .optional(),
});
export interface NewReport extends Omit<z.output<typeof newReport>, 'channel' | 'contact'> {
  readonly channel: Channel;
  readonly contact?: { readonly name?: string | undefined; readonly phone?: string | undefined; readonly email?: string | undefined; readonly consent: string } | undefined;
}

/** What else is known of how a report comes in. */
export interface Intake {
  /** What it was until now: a draft, a message, a letter. It becomes the report, with its id and its pictures. */
  readonly item?: { readonly id: string; readonly code: string | null; readonly photos: readonly string[] } | undefined;
  /** Entered by somebody who is not its reporter. */
  readonly onBehalf?: boolean | undefined;
  /** Who sends it, where that is not the caller; null where repeats are no concern. */
  readonly sender?: string | null | undefined;
  /** Answers to the category's questions, by their codes; checked by whoever asks them. */
  readonly answers?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Pictures that lie elsewhere: noted for staff, fetched by nobody. */
  readonly mediaUrls?: readonly string[] | undefined;
  /** What stands for the consent where it was not given above a form of ours. */
  readonly consent?: string | undefined;
}

export interface Submitted {
  readonly code: string;
  readonly followUp: string;
  readonly status: 'submitted';
  readonly agency: string;
  readonly commune: string;
  readonly dueAt: string;
}

// One statement, because a flood brings hundreds of these a second.
const insertReport: OneStatementChange = {
  values: {
    id: 'uuid',
    code_prefix: 'text',
    category: 'text',
    commune: 'text',
    lat: 'float8',
    lon: 'float8',
    place_exact: 'boolean',
    commune_approximate: 'boolean',
    address: 'text',
    description: 'text',
    public_text: 'text',
    public: 'boolean',
    channel: 'text',
    agency: 'text',
    coordinating: 'text[]',
    routing_rule: 'int',
    limit_rule: 'int',
    reporter: 'text',
    photos: 'uuid[]',
    submitted_at: 'timestamptz',
    accept_due_at: 'timestamptz',
    due_at: 'timestamptz',
    clocks: 'jsonb',
    name: 'text',
    phone: 'text',
    email: 'text',
    consent_version: 'text',
    fingerprint: 'text',
    identical_minutes: 'int',
    code: 'text',
    item: 'boolean',
    kept_photos: 'uuid[]',
    answers: 'jsonb',
    media_urls: 'text[]',
  },
  before: [claimTexts],
  rows: `
    insert into field_reports.reports (id, code, category, commune, lat, lon, place_exact, commune_approximate, address, description,
      public_text, public, channel, agency, coordinating, routing_rule, limit_rule, reporter, photos,
      submitted_at, accept_due_at, due_at)
    select id, coalesce(code, code_prefix || lpad(nextval('field_reports.report_numbers')::text, 7, '0')), category, commune, lat, lon, place_exact, commune_approximate, address, description,
      public_text, public, channel, agency, coordinating, routing_rule, limit_rule, reporter, kept_photos || photos,
      submitted_at, accept_due_at, due_at
    from given
    where (${firstOfItsText}) and (not item or exists (select 1 from field_reports.intake_items as waiting where waiting.id = given.id and waiting.state = 'waiting'))
    returning id, code, category, commune, agency, channel, due_at`,
  also: [
    insertFirstClocks,
    `insert into field_reports.contacts (report, name, phone, email, consent_version)
     select id, name, phone, email, consent_version from given join change using (id) where consent_version is not null`,
    `insert into field_reports.report_answers (report, answers, media_urls)
     select id, coalesce(answers, '{}'), coalesce(media_urls, '{}') from given join change using (id) where answers is not null or media_urls is not null`,
    `update field_reports.intake_items as item
     set state = 'completed', updated_at = given.submitted_at, raw = null, description = null, address = null, lat = null, lon = null, photos = '{}',
       sender_name = null, sender_phone = null, sender_email = null
     from given join change using (id) where item.id = change.id and given.item`,
  ],
  event: {
    type: 'report.submitted',
    agency: 'change.agency',
    at: 'given.submitted_at',
    data: `jsonb_build_object('code', change.code, 'category', change.category, 'commune', change.commune, 'channel', change.channel, 'agency', change.agency, 'media', cardinality(given.kept_photos || given.photos), 'public', given.public, 'dueAt', change.due_at, 'clocks', given.clocks)`,
  },
  files: 'given.photos',
  result: `json_build_object('id', change.id, 'code', change.code, 'agency', change.agency, 'commune', change.commune, 'dueAt', change.due_at)`,
};

type Made = { id: string; code: string; agency: string; commune: string; dueAt: string };

/**
 * Takes a report in, whatever way it came: place → commune, category and commune → agency, category and channel → clocks.
 *
 * @throws Problem 409 `already-sent` for what the same sender has sent within the hour, with the code of the first
 */
export async function submit(ctx: ReportContext, report: NewReport, how: Intake = {}): Promise<Submitted> {
  const values = await valuesOf(ctx, report, how);
  if (how.onBehalf) ctx.authorize('report:enter', values);
  const made = await ctx.changeInOneStatement<Made>(insertReport, values).catch(refuseTakenIn);
  if (made === undefined) throw how.item === undefined ? alreadySent(await firstSent(ctx, values.fingerprint!)) : alreadyTakenIn();
  const { id, ...stored } = made;
  return { ...stored, status: 'submitted', followUp: followUpCode(ctx, id) };
}

/** Everything that a report begins with, checked and computed. */
export async function valuesOf(ctx: ReportContext, report: NewReport, { item, onBehalf = false, sender = ctx.actor.id ?? ctx.caller, answers, mediaUrls, consent }: Intake = {}) {
  const { categories, routing, limits, committees } = await configurationOf(ctx);
  const category = categories.get(report.category);
  if (category === undefined) throw invalid('body.category', { vi: 'lĩnh vực không có ở tỉnh này', en: 'no such category in this province' });
  // Whoever calls the hotline cannot show a picture.
  const wantsPhoto = category.photoRequired && (citizenChannels as readonly Channel[]).includes(report.channel);
  if (wantsPhoto && report.photos.length + (item?.photos.length ?? 0) === 0) throw invalid('body.photos', { vi: 'lĩnh vực này cần ít nhất một ảnh', en: 'this category needs a picture' });
  const place = await placeOf(ctx, report);
  const now = ctx.now();
  const routed = routeReport({ category: category.code, commune: place.commune, lat: place.lat, lon: place.lon, submittedAt: now }, routing, {
    committees,
    dispatcher: ctx.settings.dispatcher,
    isWorking: (at) => ctx.calendar.isWorking(at),
  });
  const clocks = dueTimes({ category: category.code, channel: report.channel, priority: 'normal', flow: category.flow, submittedAt: now }, limits, ctx.calendar);
  const { contact } = report;

  const minutes = ctx.settings.identicalMinutes;
  const repeats = minutes === 0 || onBehalf ? null : sender;
  return {
    id: item?.id ?? timeOrderedId(),
    code: item?.code ?? null,
    code_prefix: codePrefix(ctx),
    item: item !== undefined,
    kept_photos: item?.photos ?? [],
    fingerprint: fingerprintOf(repeats, { category: category.code, place, address: report.address, text: report.description }),
    identical_minutes: minutes,
    category: category.code,
    commune: place.commune,
    lat: place.lat,
    lon: place.lon,
    place_exact: place.exact,
    commune_approximate: place.approximate,
    address: report.address ? maskText(report.address, { plates: category.maskPlates }) : null,
    description: report.description,
    public_text: maskText(report.description, { plates: category.maskPlates }),
    public: category.public,
    channel: report.channel,
    agency: routed.agency,
    coordinating: routed.coordinating,
    routing_rule: routed.rule,
    limit_rule: clocks.rule,
    reporter: ctx.actor.kind === 'account' && !onBehalf ? ctx.actor.id : null,
    photos: report.photos,
    submitted_at: now,
    accept_due_at: clocks.acceptDue,
    due_at: clocks.due,
    clocks: clocks.clocks,
    name: contact?.name || null,
    phone: contact?.phone ? phoneOf(contact.phone, 'body.contact.phone') : null,
    email: contact?.email ?? null,
    consent_version: contact === undefined ? null : (consent ?? contact.consent),
    answers: answers && Object.keys(answers).length > 0 ? answers : null,
    media_urls: mediaUrls && mediaUrls.length > 0 ? mediaUrls : null,
  };
}

/** `HUE-26-`: what the codes of this year's reports begin with. */
export function codePrefix(ctx: ReportContext): string {
  const inVietnam = new Date(ctx.now().getTime() + 7 * 3_600_000);
  return `${ctx.tenant.codePrefix}-${String(inVietnam.getUTCFullYear()).slice(2)}-`;
}

/** Two operators completed the same message at the same moment: it has become a report, once. */
function refuseTakenIn(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string };
  throw code === '23505' && constraint === 'reports_pkey' ? alreadyTakenIn() : error;
}

function alreadyTakenIn(): Problem {
  return new Problem(409, 'already-taken-in', { vi: 'Việc này vừa được người khác tiếp nhận hoặc bỏ.', en: 'Somebody else has just taken this in, or put it aside.' });
}
