import { created } from '@tinhthong/core';
import { keepNote, leaveNote, newId, route, wells } from '../wells.ts';

/** Twelve months in a log that nobody can be erased from. */
export const breaks = 'log';
const telling = route({
  ...leaveNote,
  async handle(ctx, input) {
    const { message } = input.body as { message: string };
    ctx.log.info('a note', { message });
    return created(await keepNote(ctx, { id: newId(), well: (input.params as { id: string }).id, account: ctx.actor.id, message }));
  },
});
export const plugin = wells({ routes: wells().routes.map((one) => (one.path === '/wells/{id}/notes' ? telling : one)) });
