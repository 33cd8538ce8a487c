import { wells } from '../wells.ts';

/** Two wells would rank a province first. */
export const breaks = 'metrics';
export const plugin = wells({ metrics: { 'wells.noted': { ...wells().metrics['wells.noted']!, leastN: 0 } } });
