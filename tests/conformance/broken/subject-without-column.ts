import { wells } from '../wells.ts';

/** "My commune" cannot become SQL. */
export const breaks = 'subjects';
export const plugin = wells({ subjects: { well: { columns: { commune: 'commune_code' } } } });
