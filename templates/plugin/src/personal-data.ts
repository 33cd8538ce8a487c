import type { PersonalData } from '@tinhthong/core';
import type { FloodMarks } from './module.ts';

const place = { vi: 'Nơi nước ngập, gắn với người ghi cho đến khi xóa tên họ', en: 'Where the water stood, tied to its recorder until they are erased' };

export const personalData: PersonalData<FloodMarks> = {
  fields: {
    'marks.recorder': { purpose: { vi: 'Để hỏi lại người ghi khi cần xác nhận', en: 'To ask the recorder again before confirming' } },
    'marks.lat': { purpose: place },
    'marks.lon': { purpose: place },
  },
  retention: { vi: 'Người ghi: đến khi tài khoản bị xóa. Phần không kèm tên: vĩnh viễn.', en: 'Recorder: until the account is erased. What is left without a name: for ever.' },

  exportFor: (ctx, accountId) =>
    ctx.db.selectFrom('marks').select(['commune', 'lat', 'lon', 'depth_cm', 'seen_on', 'recorded_at', 'confirmed_at']).where('recorder', '=', accountId).orderBy('id').execute(),

  async eraseFor(ctx, accountId) {
    await ctx.change(async (trx) => {
      await trx.updateTable('marks').set({ recorder: null }).where('recorder', '=', accountId).execute();
      return null;
    });
  },
};
