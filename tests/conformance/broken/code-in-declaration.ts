import { wells } from '../wells.ts';

/** A list of plugins would have to run this one to show its name. */
export const breaks = 'data';
export const plugin = wells({
  get title() {
    return { vi: 'Giếng làng', en: 'Village wells' };
  },
});
// Spreading has read the getter: put it back as a vendor would write it.
Object.defineProperty(plugin, 'summary', { enumerable: true, get: () => ({ vi: 'Giếng làng', en: 'Village wells' }) });
