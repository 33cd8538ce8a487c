import { wells } from '../wells.ts';

/** Hours of it would keep the place of other provinces. */
export const breaks = 'jobs';
export const plugin = wells({ jobs: { ...wells().jobs, 'dry-out': { title: { vi: 'Phơi khô', en: 'Dry out' }, timeoutSeconds: 86_400, run: async () => {} } } });
