import { wells } from '../wells.ts';

/** The schema of that name is the core's. */
export const breaks = 'names';
export const plugin = wells({ id: 'identity' });
