import { wells } from '../wells.ts';

/** Who reads English is told of a well, and not of which. */
export const breaks = 'messages';
const title = { vi: 'Giếng cạn', en: 'A well is dry' };
const body = { vi: 'Giếng {well} đã cạn.', en: 'Well {well} is dry.' };
export const plugin = wells({
  messages: {
    'well-dry': { title, channels: ['email', 'push'], template: { subject: title, body } },
    'well-full': { title, channels: ['email'], template: { subject: title, body: { ...body, en: 'The well is full.' } } },
  },
});
