import { namedWells } from '../named-wells.ts';
import { personalData } from '../wells.ts';

/** Nobody said whose name it is, and it stands in notices. */
export const breaks = 'erasure';
export const plugin = namedWells(personalData);
