import { wells } from '../wells.ts';

/** Looks the same, and no search finds it. */
export const breaks = 'texts';
export const plugin = wells({ title: { vi: 'Giếng làng'.normalize('NFD'), en: 'Village wells' } });
