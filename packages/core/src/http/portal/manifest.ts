import type { PortalFunction } from '../../plugin/plugin.ts';
import type { Tenant } from '../../plugin/context.ts';
import { coloursOf } from '../pages/brand.ts';
import { type Say } from '../pages/say.ts';
import { appIcons } from './app-icons.ts';

/** The portal of a province as an app that a phone installs (W3C web application manifest). */
export function manifestOf(tenant: Tenant, functions: readonly PortalFunction[], say: Say): object {
  const name = say(tenant.name);
  return {
    id: '/',
    name: say(`${name} – Đô thị thông minh`, `${name} – Smart city`),
    short_name: tenant.name.vi.replace(/^(Thành phố|Tỉnh)\s+/, ''),
    description: say('Gửi và theo dõi phản ánh, xem thông tin quanh bạn.', 'Send and follow reports, see what goes on around you.'),
    lang: say.language,
    dir: 'ltr',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    theme_color: coloursOf(tenant.branding).primary,
    background_color: '#ffffff',
    categories: ['government', 'utilities'],
    icons: appIcons(tenant)
      .filter(({ file }) => !file.startsWith('icon-touch'))
      .map(({ path, size, purpose }) => ({ src: path, sizes: `${size}x${size}`, type: 'image/png', purpose })),
    // Systems show three or four.
    shortcuts: functions.slice(0, 4).map(({ title, summary, href }) => ({ name: say(title), description: say(summary), url: href })),
  };
}
