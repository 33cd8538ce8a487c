import { wells } from '../wells.ts';

/** It holds nothing of anybody, and does not say why. */
export const breaks = 'personal-data';
export const plugin = wells({ personalData: { none: '' }, migrations: {}, routes: [], permissions: {}, events: { publishes: {}, consumes: {} }, jobs: {}, metrics: {} });
