import { type Say, sayIn } from '@tinhthong/core';
import { configurationOf } from '../configuration.ts';
import { agencyName, categoryName, communeName, type Names, namesOf } from '../pages/names.ts';
import { stateWords } from '../pages/words.ts';
import { maskText } from '../privacy/mask-text.ts';
import { code as codeShape } from '../shapes.ts';
import { formatTime } from './dates.ts';
import { mediaUrl } from './media.ts';
import type { Given, Open311Request } from './parameters.ts';
import { addressIdOf } from './place-of-request.ts';
import { addressIn } from './public-address.ts';
import { type Question, shownAnswers } from './questions.ts';
import { unknown } from './refusals.ts';
import { requestFilter } from './request-filter.ts';
import type { Fields, Value } from './resources.ts';
import { type RequestRow, selectRequests } from './select-requests.ts';
import { statusOf } from './status.ts';

/** `GET requests`: public reports, by id, by date or by what changed. */
export async function listRequests(c: Open311Request, given: Given): Promise<Value> {
  const ctx = c.get('ctx');
  const filter = requestFilter(given, ctx.now());
  return shownRequests(c, await selectRequests(ctx, filter), filter.extensions);
}

/** `GET requests/{id}`: a list of one. */
export async function readRequest(c: Open311Request, given: Given, id: string): Promise<Value> {
  const ctx = c.get('ctx');
  const { extensions } = requestFilter({ one: (name) => (name === 'extensions' ? given.one(name) : undefined), list: () => [] }, ctx.now());
  const rows = codeShape.safeParse(id).success ? await selectRequests(ctx, { ids: [id], page: 1, pageSize: 1, extensions }) : [];
  if (rows.length === 0) throw unknown({ vi: 'service_request_id này', en: 'This service_request_id' });
  return shownRequests(c, rows, extensions);
}

async function shownRequests(c: Open311Request, rows: readonly RequestRow[], extensions: boolean): Promise<Value> {
  const ctx = c.get('ctx');
  const [names, { questions }] = await Promise.all([namesOf(ctx), configurationOf(ctx)]);
  const say = sayIn(ctx.language);
  return rows.map((row) => ({ ...requestOf(c, row, names, say), ...(extensions && { extended_attributes: extended(row, names, questions.get(row.category) ?? [], say) }) }));
}

/** The fields of the standard, in its order: never the reporter, the text as it was written, or a door. */
function requestOf(c: Open311Request, row: RequestRow, names: Names, say: Say): Fields {
  const status = statusOf(row.state);
  return {
    service_request_id: row.code,
    status,
    status_notes: status === 'closed' && row.answer !== null ? row.answer : say(stateWords[row.state]),
    service_name: categoryName(say, names, row.category),
    service_code: row.category,
    description: row.text,
    agency_responsible: agencyName(say, names, row.agency),
    service_notice: null,
    requested_datetime: formatTime(row.requested),
    updated_datetime: formatTime(row.updated),
    expected_datetime: formatTime(row.due),
    address: addressIn(communeName(names, row.commune), row.address),
    address_id: addressIdOf(row.commune),
    zipcode: null,
    lat: row.lat,
    long: row.lon,
    media_url: row.photos > 0 ? mediaUrl(c, row.code, '1') : null,
  };
}

/** `extensions=true`: what the standard has no field for. */
function extended(row: RequestRow, names: Names, questions: readonly Question[], say: Say): Fields {
  return {
    state: row.state,
    commune: communeName(names, row.commune),
    photos: row.photos,
    rating: row.rating,
    reopened: row.reopened,
    // Citizens write their telephone number everywhere.
    answers: shownAnswers(questions, row.answers ?? {}, { onlyPublic: true }).map(({ code, question, answer }) => ({ code, question: say(question), answer: maskText(answer) })),
  };
}
