import { type Check, fault } from '../fault.ts';
import { type Declared, placeOf } from './declared.ts';

export const guards: Check<Declared> = {
  id: 'guards',
  title: { vi: 'Mọi tuyến đều có người gác', en: 'Every route is guarded' },
  why: {
    vi: 'Mặc định là từ chối: tuyến không nói ai được vào có thể để lộ dữ liệu của tỉnh.',
    en: 'The default is to deny: a route that does not say who may come in can give a province away.',
  },
  run: ({ plugin }) =>
    plugin.routes
      .filter(({ access }) => access !== 'public' && access !== 'signed-in' && !Object.hasOwn(plugin.permissions, access ?? ''))
      .map((route) =>
        fault(
          placeOf(route),
          [route.access === undefined ? 'Không ghi ai được vào.' : `"${route.access}" không phải quyền phân hệ này khai báo.`, route.access === undefined ? 'It does not say who may come in.' : `"${route.access}" is not a permission that this plugin declares.`],
          ["Ghi access: 'public', 'signed-in' hoặc một quyền có trong permissions.", "Write access: 'public', 'signed-in' or a permission of permissions."],
        ),
      ),
};
