import { type Problem, type Refusal, whyRefused } from '@tinhthong/ui-webcomponents';
import { Outbox, type Delivery, deliveryOf, type Kept } from '@tinhthong/ui-webcomponents/outbox';
import { uploadTo } from '@tinhthong/ui-webcomponents/picture-input';
import type { NewReport, SubmittedReport } from '../../api.gen.ts';
import type { reportsApi } from '../../reports-api.ts';
import { isOfThePage } from './undelivered.ts';

export type KeptReport = Kept<NewReport, SubmittedReport>;
export type ReportsOutbox = Outbox<NewReport, SubmittedReport>;

export interface Sender {
  readonly api: ReturnType<typeof reportsApi>;
  readonly origin: string;
  readonly embedKey: string | undefined;
  changed(items: readonly KeptReport[]): void;
  /** Why it could not be delivered, and is kept. */
  undelivered(key: string, code: string): void;
}

// A line that is dead without having been cut says nothing, and a person waits.
const patienceMs = 30_000;
const pictureMs = 180_000;
/** The server forgets a picture that belongs to no report after a day; one hour less, because clocks differ. */
const pictureKnownMs = 23 * 3_600_000;

/** Where pictures go before their report. */
export const photosAddress = (origin: string, embedKey: string | undefined) => `${origin}/api/field-reports/photos${embedKey === undefined ? '' : `?key=${embedKey}`}`;

/** Pictures of a kept report that the server has, by their ids, and whether it still has them. */
export function arrivedPictures({ body: { photos = [] }, keptAt }: Pick<KeptReport, 'body' | 'keptAt'>, now = Date.now()): readonly string[] {
  return Math.abs(now - keptAt) < pictureKnownMs ? photos : [];
}

/** Reports of this province that wait on this device: each arrives once, its pictures before it. */
export function reportsOutbox({ api, origin, embedKey, changed, undelivered }: Sender): ReportsOutbox {
  const upload = uploadTo(photosAddress(origin, embedKey));
  return new Outbox<NewReport, SubmittedReport>({
    name: `reports ${origin || location.origin}`,
    changed,
    async send(kept, save): Promise<Delivery<SubmittedReport>> {
      const { key, files } = kept;
      // What is refused to this page looks to it like a dead line: it would wait for ever for what was said at once.
      const failed = async (code: string, delivery: 'lost' | 'not-taken'): Promise<Delivery<SubmittedReport>> => {
        const refusal = code === 'unreachable' && embedKey !== undefined ? await whyRefused(origin, embedKey, 'field-reports') : undefined;
        if (refusal !== undefined && refusal.reason !== 'province-suspended') return { refused: refusedPage(refusal) };
        undelivered(key, refusal?.reason ?? code);
        return delivery;
      };
      let report: NewReport = { ...kept.body, photos: [...arrivedPictures(kept)] };
      // Those that arrived on an earlier attempt stand in the body already.
      for (const file of files.slice(report.photos!.length)) {
        const sent = await upload(file, { signal: AbortSignal.timeout(pictureMs), progress: () => {} });
        if ('problem' in sent) {
          if (badPicture.has(sent.problem.code) || isOfThePage(sent.problem.code)) return { refused: refusedPicture(sent.problem) };
          return failed(sent.problem.code, 'not-taken');
        }
        report = { ...report, photos: [...report.photos!, sent.id] };
        await save(report);
      }
      const answer = await api.POST('/api/field-reports/reports', { body: report, params: { header: { 'Idempotency-Key': key } }, signal: AbortSignal.timeout(patienceMs) }).catch(() => undefined);
      const delivery = answer === undefined ? 'lost' : deliveryOf(answer);
      return typeof delivery === 'string' ? failed(answer?.error?.code ?? 'unreachable', delivery) : delivery;
    },
  });
}

const badPicture = new Set(['picture-too-large', 'body-too-large', 'not-a-picture', 'unsupported-media-type', 'invalid-input']);

function refusedPage({ reason, message }: Refusal): Problem {
  const code = reason === 'module-off' ? reason : `embed-${reason}`;
  return { type: `/problems/${code}`, status: 403, code, title: message.vi, messages: message, traceId: '' };
}

/** A picture that will never be taken is said beside the pictures. */
function refusedPicture({ code, messages }: Pick<Problem, 'code' | 'messages'>): Problem {
  return { type: `/problems/${code}`, status: 422, code, title: messages.vi, messages, traceId: '', ...(badPicture.has(code) && { errors: [{ path: 'body.photos', message: messages }] }) };
}
