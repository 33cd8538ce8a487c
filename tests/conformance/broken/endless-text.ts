import { z } from 'zod';
import { listWells, wells } from '../wells.ts';

/** One request may carry a megabyte of it. */
export const breaks = 'inputs';
export const plugin = wells({ routes: [...wells().routes, { ...listWells, path: '/found', query: z.strictObject({ words: z.string().optional() }) }] });
