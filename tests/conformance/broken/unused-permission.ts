import { wells } from '../wells.ts';

/** An administrator grants it, and nothing follows. */
export const breaks = 'permissions';
export const plugin = wells({ permissions: { ...wells().permissions, 'well:paint': { title: { vi: 'Sơn giếng', en: 'Paint wells' }, suggestedRoles: [] } } });
