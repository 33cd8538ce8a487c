import { wells } from '../wells.ts';

/** The first thing that a citizen presses is not there. */
export const breaks = 'faces';
const title = { vi: 'Giếng làng', en: 'Village wells' };
export const plugin = wells({ functions: [{ title, summary: title, href: '/gieng', icon: 'tap' }] });
