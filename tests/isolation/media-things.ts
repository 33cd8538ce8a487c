import type { TestProvince } from '@tinhthong/core/testing';
import type { Twin, TwinReport } from './twin.ts';

/** What a twin has of redactions and videos. */
export interface MediaThings {
  /** A report with a picture to hide, a hidden passage to show again, and a video to withhold. */
  readonly shown: TwinReport;
  readonly picture: string;
  readonly redaction: string;
  readonly redactionOnPage: string;
  /** Videos under way: one to ask after, one to go on with, one to take back; and a report that has none yet. */
  readonly uploads: Readonly<Record<'ask' | 'goOn' | 'takeBack', { readonly path: string; readonly followUp: string }>>;
  readonly without: TwinReport;
}

const api = '/api/field-reports';

export async function makeMediaThings(site: TestProvince, staff: string, given: { readonly mark: string; readonly commune: string; readonly picture: Buffer }): Promise<MediaThings> {
  const ok = async (path: string, answer: Response) => {
    if (!answer.ok) throw new Error(`${site.id}: ${path} ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const post = async <T>(path: string, json: object) => (await (await ok(path, await site.request(api + path, { json, as: staff }))).json()) as T;
  const upload = async () => ((await (await ok('photos', await site.request(`${api}/photos`, { method: 'POST', headers: { 'content-type': 'image/png' }, body: given.picture as BodyInit }))).json()) as { id: string }).id;
  const submit = async (text: string, photos: string[] = []) => {
    const { code, followUp } = (await (
      await ok('reports', await site.request(`${api}/reports`, { json: { category: given.mark, commune: given.commune, description: `${text}, ${given.mark}.`, photos } }))
    ).json()) as TwinReport;
    return { code, followUp };
  };
  const picture = await upload();
  const shown = await submit('Bảng hiệu che khuất biển báo', [picture]);
  const hide = async (text: string) => (await post<{ redaction: string }>(`/reports/${shown.code}/redactions/text`, { passages: [{ at: 0, text }] })).redaction;
  const redaction = await hide('Bảng hiệu');
  const redactionOnPage = await hide('[đã che]');
  // A picture stands for the film: what is tried is whose it is, not what is in it.
  const file = await upload();
  await site.database(({ pool }) =>
    pool.query(`insert into field_reports.videos (id, report, state, bytes, file) select gen_random_uuid(), id, 'ready', 1, $2 from field_reports.reports where code = $1`, [shown.code, file]),
  );
  const begin = async (text: string) => {
    const { code, followUp } = await submit(text);
    const answer = await ok('video', await site.request('/phan-anh/video', { method: 'POST', headers: beginning({ code, followUp }) }));
    return { path: answer.headers.get('location')!, followUp };
  };
  const uploads = { ask: await begin('Nước chảy tràn đường'), goOn: await begin('Khói bụi mù mịt'), takeBack: await begin('Xe đỗ kín lối đi') };
  return { shown, picture, redaction, redactionOnPage, uploads, without: await submit('Cây nghiêng sắp đổ') };
}

/** Headers with which an upload begins. */
export function beginning({ code, followUp }: TwinReport): Record<string, string> {
  return { 'tus-resumable': '1.0.0', 'upload-length': '5000', 'upload-metadata': `report ${Buffer.from(code).toString('base64')}`, 'follow-up': followUp };
}

export const mediaMarks = ({ redaction, redactionOnPage, uploads }: Twin['media']): string[] => [redaction, redactionOnPage, ...Object.values(uploads).map(({ path }) => path)];
