import { fieldReports } from '@tinhthong/field-reports';
import { embedRelease } from '../../packages/core/src/http/embed/release.ts';
import type { Attempt } from './attempts.ts';
import { origin } from './people.ts';

const { id: release, widgets } = embedRelease([fieldReports], { shared: { write: async () => undefined, read: async () => undefined } } as never);
const common = (path: string): Attempt => ({ refused: false, common: true, request: () => ({ path, as: '', headers: { origin } }) });

/** What other websites embed. Scripts and codes are the same for everybody; a key opens its own province alone. */
export const embedAttempts: Readonly<Record<string, readonly [Attempt, ...Attempt[]]>> = {
  'GET /embed/v1/tinhthong.js': [common('/embed/v1/tinhthong.js')],
  'GET /embed/v1/widgets.json': [common('/embed/v1/widgets.json')],
  // Which provinces there are, and where: names of the others, which are no secret.
  'GET /embed/v1/provinces.json': [{ ...common('/embed/v1/provinces.json'), knows: ({ site }) => (site.host.startsWith('hue') ? 'Thành phố Huế' : 'Tỉnh Đắk Lắk') }],
  'GET /embed/:release/:file{.+\\.js}': [common(`/embed/${release}/${widgets[0]?.file ?? 'not-built.js'}`)],
  'GET /embed/frame/:tag': [{ refused: false, request: ({ people }) => ({ path: `/embed/frame/tt-recent-reports?key=${people.embedKey}`, as: '' }) }],
  'GET /embed/oembed': [{ refused: true, request: ({ site: { host } }) => ({ path: `/embed/oembed?format=json&url=${encodeURIComponent(`http://${host}/phan-anh`)}`, as: '' }) }],
  'GET /embed/qr.svg': [common('/embed/qr.svg?path=/phan-anh/gui')],
  'GET /ui/field-reports/:tag': [{ refused: false, request: () => ({ path: '/ui/field-reports/tt-recent-reports', as: '' }) }],
  'GET /ui/field-reports/:release/:file{.+}': [common('/ui/field-reports/latest/recent-reports.js')],
};
