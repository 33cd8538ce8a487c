import { listWells, route, wells } from '../wells.ts';

/** A list that cannot be read. */
export const breaks = 'answers';
const broken = route({
  ...listWells,
  path: '/driest',
  async handle() {
    throw new TypeError("Cannot read properties of undefined (reading 'id')");
  },
});
export const plugin = wells({ routes: [...wells().routes, broken] });
