import { wells } from '../wells.ts';

/** A fence around everything is none. */
export const breaks = 'outbound';
export const plugin = wells({ outbound: ['*.vn'] });
