import { wells } from '../wells.ts';

/** The demo of the whole deployment stops here. */
export const breaks = 'demo';
export const plugin = wells({
  async demo() {
    throw new Error('no such file: samples.csv');
  },
});
