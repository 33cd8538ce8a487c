import { wells } from '../wells.ts';

/** Made for a core that is not this one. */
export const breaks = 'version';
export const plugin = wells({ core: '^2.0.0' });
