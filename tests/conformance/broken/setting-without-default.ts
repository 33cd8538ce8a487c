import { z } from 'zod';
import { wells } from '../wells.ts';

/** The press that switches it on would fail. */
export const breaks = 'settings';
export const plugin = wells({ settings: z.strictObject({ warnBelowCm: z.int().meta({ title: 'Mức báo cạn (cm)' }) }) });
