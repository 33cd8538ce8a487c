import type { Attempt } from './attempts.ts';
import { beginning } from './media-things.ts';
import type { Twin } from './twin.ts';

const api = '/api/field-reports';
const foreign = (request: Attempt['request']): Attempt => ({ refused: true, request });
const ofShown = (path: string, json?: (owner: Twin) => object) =>
  foreign((owner) => ({ path: `${api}/reports/${owner.media.shown.code}/${path}`, method: 'POST', ...(json && { json: json(owner) }) }));
/** Looks at what is behind a permission, on a page. */
const looking = (path: (owner: Twin) => string) => foreign((owner) => ({ path: path(owner), method: 'POST', form: { purpose: 'Gọi lại để hỏi thêm.', once: 'xem-mot-lan' } }));
const tus = ({ followUp }: { followUp: string }) => ({ 'tus-resumable': '1.0.0', 'follow-up': followUp });

/** How redactions, originals and videos are tried. Of a text, the latest redaction is undone first. */
export const mediaAttempts: Readonly<Record<string, readonly [Attempt, ...Attempt[]]>> = {
  'GET /phan-anh/viec/:code/che': [foreign(({ media }) => ({ path: `/phan-anh/viec/${media.shown.code}/che` }))],
  'POST /phan-anh/viec/:code/che': [
    foreign(({ media }) => ({ path: `/phan-anh/viec/${media.shown.code}/che`, method: 'POST', form: { do: 'undo', redaction: media.redactionOnPage, once: 'che-lan-nay' } })),
  ],
  'GET /phan-anh/viec/:code/:look{nguoi-gui|ban-goc}': [foreign(({ media }) => ({ path: `/phan-anh/viec/${media.shown.code}/ban-goc` }))],
  'POST /phan-anh/viec/:code/:look{nguoi-gui|ban-goc}': [looking(({ media }) => `/phan-anh/viec/${media.shown.code}/ban-goc`), looking(({ reports }) => `/phan-anh/viec/${reports.reporter.code}/nguoi-gui`)],
  'GET /phan-anh/tiep-nhan/:id/nguoi-gui': [foreign(({ items }) => ({ path: `/phan-anh/tiep-nhan/${items.read}/nguoi-gui` }))],
  'POST /phan-anh/tiep-nhan/:id/nguoi-gui': [looking(({ items }) => `/phan-anh/tiep-nhan/${items.read}/nguoi-gui`)],
  'POST /api/field-reports/reports/:code/redactions/:redaction/undo': [
    foreign(({ media }) => ({ path: `${api}/reports/${media.shown.code}/redactions/${media.redaction}/undo`, method: 'POST' })),
  ],
  'POST /api/field-reports/reports/:code/original': [ofShown('original', () => ({ purpose: 'Đối chiếu nội dung.' }))],
  'POST /api/field-reports/reports/:code/redactions/text': [ofShown('redactions/text', () => ({ passages: [{ at: 0, text: 'Bảng hiệu' }] }))],
  'POST /api/field-reports/reports/:code/redactions/picture': [
    ofShown('redactions/picture', ({ media }) => ({ picture: media.picture, regions: [{ left: 0, top: 0, width: 500, height: 500 }] })),
  ],
  'POST /api/field-reports/reports/:code/video': [ofShown('video', () => ({ public: false }))],

  'POST /phan-anh/video': [foreign(({ media }) => ({ path: '/phan-anh/video', method: 'POST', headers: beginning(media.without) }))],
  'GET /phan-anh/video/:id{[0-9a-f-]{36}}': [foreign(({ media: { uploads } }) => ({ path: uploads.ask.path, method: 'HEAD', headers: tus(uploads.ask) }))],
  'PATCH /phan-anh/video/:id{[0-9a-f-]{36}}': [
    foreign(({ media: { uploads } }) => ({
      path: uploads.goOn.path,
      method: 'PATCH',
      headers: { ...tus(uploads.goOn), 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      body: 'x'.repeat(5_000),
    })),
  ],
  'DELETE /phan-anh/video/:id{[0-9a-f-]{36}}': [foreign(({ media: { uploads } }) => ({ path: uploads.takeBack.path, method: 'DELETE', headers: tus(uploads.takeBack) }))],
};
