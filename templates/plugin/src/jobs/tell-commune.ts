import type { Job } from '@tinhthong/core';
import type { FloodMarks } from '../module.ts';

/** Deep water appears at once among the notices of the committee of the commune where it stands. */
export const tellCommune: Job<FloodMarks> = {
  title: { vi: 'Báo cho xã, phường nơi ngập sâu', en: 'Tell the commune of deep water' },
  timeoutSeconds: 30,
  async runAll(ctx, trx, tasks) {
    const deep = await trx
      .selectFrom('marks')
      .innerJoin('core.agencies as committee', (join) => join.onRef('committee.commune', '=', 'marks.commune').on('committee.kind', '=', 'commune'))
      .select(['marks.id', 'depth_cm', 'committee.id as agency'])
      .where('marks.id', 'in', tasks.flatMap(({ event }) => event?.subject ?? []))
      .where('depth_cm', '>=', ctx.settings.deepFromCm)
      .execute();
    await ctx.notify(
      trx,
      deep.map(({ id, depth_cm, agency }) => ({
        key: `deep:${id}`,
        agency,
        title: { vi: `Nước ngập ${depth_cm} cm, chờ xác nhận`, en: `Water ${depth_cm} cm deep, to be confirmed` },
        link: '/ui/flood-marks/tt-flood-marks-confirm',
      })),
    );
  },
};
