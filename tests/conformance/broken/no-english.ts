import { wells } from '../wells.ts';

/** A foreign developer meets a permission without a name. */
export const breaks = 'texts';
export const plugin = wells({ permissions: { 'well:dig': { title: { vi: 'Thêm giếng' }, suggestedRoles: ['admin'] } } });
