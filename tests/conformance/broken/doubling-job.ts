import { wells } from '../wells.ts';

/** The same event, come again, counts again. */
export const breaks = 'tasks';
export const plugin = wells({
  jobs: {
    'count-notes': {
      ...wells().jobs['count-notes']!,
      run: (ctx, task) => ctx.change(async (trx) => void (await trx.updateTable('wells').set((eb) => ({ notes: eb('notes', '+', 1) })).where('id', '=', task.event!.subject).execute())),
    },
  },
});
