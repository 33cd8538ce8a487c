import type { Problem } from '@tinhthong/ui-webcomponents';
import type { SimilarReport } from '../../api.gen.ts';
import type { reportsApi } from '../../reports-api.ts';
import { consentVersion, type FilledIn } from './filled-in.ts';
import type { Answered } from './receipt.ts';

type Api = ReturnType<typeof reportsApi>;

// Somebody waits before the form: what does not answer in this time is not asked.
const askMs = 15_000;

/** What may be the same already; a problem only where the report itself could not be taken as it is. */
export async function findSimilar(api: Api, { category, place, description }: FilledIn): Promise<{ readonly items: readonly SimilarReport[] } | { readonly problem: Problem }> {
  const { lat, lon, commune, address } = place;
  const where = { ...(lat !== undefined && lon !== undefined && { lat, lon }), ...(commune !== undefined && { commune }), ...(address !== undefined && { address }) };
  const similar = navigator.onLine ? await api.POST('/api/field-reports/reports/similar', { body: { category, text: description, ...where }, signal: AbortSignal.timeout(askMs) }).catch(() => undefined) : undefined;
  if (similar?.error?.status === 422) return { problem: similar.error };
  return { items: similar?.data?.items ?? [] };
}

const unanswered: Pick<Problem, 'messages' | 'code'> = { messages: { vi: 'Hệ thống chưa trả lời, xin thử lại.', en: 'There was no answer, please try again.' }, code: 'unreachable' };

/** A voice for a report that is there, instead of another report. */
export async function addVoice(api: Api, code: string, key: string, { contact, phone, email, description }: FilledIn): Promise<{ readonly answer: Answered } | { readonly problem: Pick<Problem, 'messages' | 'code'> }> {
  const left = Object.fromEntries(Object.entries({ phone, email }).filter(([, value]) => value.trim() !== ''));
  const joined = await api.POST('/api/field-reports/reports/{code}/join', {
    params: { path: { code }, header: { 'Idempotency-Key': `${key}-${code}` } },
    body: { remark: description, ...(contact === 'phone' && { contact: { ...left, consent: consentVersion } }) },
    signal: AbortSignal.timeout(askMs),
  }).catch(() => undefined);
  return joined?.data === undefined ? { problem: joined?.error ?? unanswered } : { answer: joined.data };
}
