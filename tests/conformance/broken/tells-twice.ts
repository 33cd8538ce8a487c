import { wells } from '../wells.ts';

/** An event that comes again is told again. */
export const breaks = 'tasks';
const title = { vi: 'Có nhận xét về giếng', en: 'A note about a well' };
export const plugin = wells({
  messages: { 'note-left': { title, channels: ['email'], template: { subject: title, body: title } } },
  jobs: {
    'count-notes': { ...wells().jobs['count-notes']!, run: (ctx) => ctx.change(async (trx) => ctx.tell(trx, 'note-left', { to: { agency: 'so-xay-dung' } })) },
  },
});
