import { wells } from '../wells.ts';

/** More than a hundred percent. */
export const breaks = 'figures';
export const plugin = wells({ metrics: { 'wells.noted': { ...wells().metrics['wells.noted']!, compute: async () => ({ numerator: 3, denominator: 2 }) } } });
