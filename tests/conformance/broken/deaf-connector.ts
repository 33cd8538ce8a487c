import { wells } from '../wells.ts';

/** A listener that never hears that its module was switched off. */
export const breaks = 'switching';
export const plugin = wells({ connectors: { gauges: () => new Promise(() => {}) } });
