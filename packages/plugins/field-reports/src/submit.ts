import { invalid, latitude, longitude, maskContacts, type OneStatementChange, textOf, timeOrderedId } from '@tinhthong/core';
import parsePhone from 'libphonenumber-js/min';
import { z } from 'zod';
import { configurationOf } from './configuration.ts';
import { followUpCode } from './follow-up.ts';
import type { ReportContext } from './module.ts';
import { dueTimes, routeReport } from './rules.ts';

/** Version of the consent text that stands above the contact fields. */
export const consentVersion = '2026-11';

export const newReport = z.strictObject({
  category: z.string().max(60).meta({ example: 'road-damage' }),
  description: textOf(10, 4_000),
  lat: latitude.optional(),
  lon: longitude.optional(),
  commune: z.string().regex(/^\d{5}$/).optional(),
  address: textOf(0, 300).optional(),
  channel: z.enum(['web', 'app', 'hotline', 'zalo']).default('web'),
  photos: z.array(z.uuid()).max(5).default([]),
  contact: z
    .strictObject({
      name: textOf(0, 100).optional(),
      phone: z.string().max(30).optional(),
      email: z.email().max(200).optional(),
      consent: z.literal(consentVersion),
    })
    .optional(),
});
export type NewReport = z.output<typeof newReport>;

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
    name: 'text',
    phone: 'text',
    email: 'text',
    consent_version: 'text',
  },
  rows: `
    insert into field_reports.reports (id, code, category, commune, lat, lon, place_exact, address, description,
      public_text, public, channel, agency, coordinating, routing_rule, limit_rule, reporter, photos,
      submitted_at, accept_due_at, due_at)
    select id, code_prefix || lpad(nextval('field_reports.report_numbers')::text, 7, '0'), category, commune, lat, lon, place_exact, address, description,
      public_text, public, channel, agency, coordinating, routing_rule, limit_rule, reporter, photos,
      submitted_at, accept_due_at, due_at
    from given
    returning id, code, category, commune, agency, channel, due_at`,
  also: [
    `insert into field_reports.contacts (report, name, phone, email, consent_version)
     select id, name, phone, email, consent_version from given where consent_version is not null`,
  ],
  event: {
    type: 'report.submitted',
    agency: 'change.agency',
    data: `jsonb_build_object('code', change.code, 'category', change.category, 'commune', change.commune, 'channel', change.channel)`,
  },
  files: 'given.photos',
  result: `json_build_object('id', change.id, 'code', change.code, 'agency', change.agency, 'commune', change.commune, 'dueAt', change.due_at)`,
};

/** Takes a report in: place → commune, category and commune → agency, category and channel → clocks. */
export async function submit(ctx: ReportContext, report: NewReport): Promise<Submitted> {
  const { categories, routing, limits, committees } = await configurationOf(ctx);
  const category = categories.get(report.category);
  if (category === undefined) throw invalid('body.category', { vi: 'lĩnh vực không có ở tỉnh này', en: 'no such category in this province' });
  if (category.photoRequired && report.photos.length === 0) throw invalid('body.photos', { vi: 'lĩnh vực này cần ít nhất một ảnh', en: 'this category needs a picture' });
  const place = await placeOf(ctx, report);
  const now = ctx.now();
  const routed = routeReport({ category: category.code, commune: place.commune }, routing, committees);
  const clocks = dueTimes({ category: category.code, channel: report.channel, flow: category.flow, submittedAt: now }, limits, ctx.calendar);
  const year = String(new Date(now.getTime() + 7 * 3_600_000).getUTCFullYear()).slice(2);
  const { contact } = report;

  const { id, ...stored } = await ctx.changeInOneStatement<{ id: string; code: string; agency: string; commune: string; dueAt: string }>(insertReport, {
    id: timeOrderedId(),
    code_prefix: `${ctx.tenant.codePrefix}-${year}-`,
    category: category.code,
    commune: place.commune,
    lat: place.lat,
    lon: place.lon,
    place_exact: place.exact,
    address: report.address || null,
    description: report.description,
    public_text: maskContacts(report.description),
    public: category.public,
    channel: report.channel,
    agency: routed.agency,
    coordinating: routed.coordinating,
    routing_rule: routed.rule,
    limit_rule: clocks.rule,
    reporter: ctx.actor.kind === 'account' ? ctx.actor.id : null,
    photos: report.photos,
    submitted_at: now,
    accept_due_at: clocks.acceptDue,
    due_at: clocks.due,
    name: contact?.name || null,
    phone: contact?.phone ? phoneOf(contact.phone) : null,
    email: contact?.email ?? null,
    consent_version: contact?.consent ?? null,
  });
  return { ...stored, status: 'submitted', followUp: followUpCode(ctx, id) };
}

async function placeOf(ctx: ReportContext, { lat, lon, commune }: NewReport) {
  if (lat !== undefined && lon !== undefined) {
    const found = await ctx.places.communeAt(lat, lon);
    if (found === null) {
      throw invalid('body.lat', {
        vi: `Nơi này nằm ngoài ${ctx.tenant.name.vi}; hãy gửi đến tỉnh của nơi đó.`,
        en: `This place is outside ${ctx.tenant.name.en ?? ctx.tenant.name.vi}; please report to its own province.`,
      });
    }
    return { commune: found.code, lat, lon, exact: true };
  }
  if (commune === undefined) throw invalid('body.lat', { vi: 'cần vị trí (lat, lon) hoặc mã xã, phường', en: 'a place (lat, lon) or a commune is needed' });
  const found = await ctx.places.commune(commune);
  if (found === null) throw invalid('body.commune', { vi: 'mã xã, phường không có ở tỉnh này', en: 'no such commune in this province' });
  return { commune: found.code, lat: found.lat, lon: found.lon, exact: false };
}

function phoneOf(text: string): string {
  const phone = parsePhone(text, 'VN');
  if (phone === undefined || !phone.isPossible()) throw invalid('body.contact.phone', { vi: 'số điện thoại chưa đúng', en: 'not a phone number' });
  return phone.number;
}
