import type { Route } from '@tinhthong/core';
import { listWells, wells } from '../wells.ts';

/** Written in JavaScript, where no compiler asks who may come in. */
export const breaks = 'guards';
const { access: _, ...open } = listWells;
export const plugin = wells({ routes: [...wells().routes, { ...open, path: '/open' } as unknown as Route] });
