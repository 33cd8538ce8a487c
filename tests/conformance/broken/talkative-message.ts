import { created, textOf } from '@tinhthong/core';
import { z } from 'zod';
import { byId, digWell, leaveNote, listWells, newId, readWell, route, wells } from '../wells.ts';

/** What somebody wrote goes out with the message, to whoever carries it. */
export const breaks = 'erasure';
const title = { vi: 'Có nhận xét về giếng', en: 'A note about a well' };
const says = { vi: 'Nhận xét: {note}', en: 'It says: {note}' };
const leaveAndTell = route({
  ...leaveNote,
  params: byId,
  body: z.strictObject({ message: textOf(1, 1_000) }),
  async handle(ctx, { params, body: { message } }) {
    const note = newId();
    await ctx.change(async (trx) => {
      await trx.insertInto('notes').values({ id: note, well: params.id, account: ctx.actor.id, message }).execute();
      ctx.tell(trx, 'note-left', { to: { agency: 'so-xay-dung' }, data: { note: message } });
      return null;
    });
    return created({ note });
  },
});
export const plugin = wells({
  messages: { 'note-left': { title, channels: ['email'], template: { subject: title, body: says } } },
  routes: [listWells, readWell, digWell, leaveAndTell],
});
