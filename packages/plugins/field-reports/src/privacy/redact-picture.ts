import { randomUUID } from 'node:crypto';
import { notFound, ok, Problem } from '@tinhthong/core';
import { z } from 'zod';
import { reportNotFound } from '../after-answer/follow-up.ts';
import { picturesOf } from '../media/pictures-of.ts';
import { route } from '../module.ts';
import { byCode, code } from '../shapes.ts';
import { burnBars } from './burn-bars.ts';
import { mostRegions, region } from './regions.ts';
import { pictureNotFound, replacePicture } from './replace-picture.ts';

export const redactPicture = route({
  method: 'post',
  path: '/reports/{code}/redactions/picture',
  access: 'report:redact',
  summary: { vi: 'Che vùng ảnh; liên kết cũ của ảnh hết dùng được', en: 'Hide regions of a picture; links to what it was open nothing any more' },
  params: byCode,
  body: z.strictObject({ picture: z.uuid().meta({ 'x-from-elsewhere': true }), regions: z.array(region).min(1).max(mostRegions) }),
  answers: {
    200: { description: 'Mã mới của ảnh đã che / the new id of the picture', schema: z.object({ code, redaction: z.uuid(), picture: z.uuid(), url: z.string() }) },
  },
  async handle(ctx, { params, body: { picture, regions } }) {
    const asked = await ctx.db.selectFrom('reports').selectAll().where('code', '=', params.code).executeTakeFirst();
    if (asked === undefined) throw reportNotFound();
    ctx.authorize('report:redact', asked);
    if (!(await picturesOf(ctx.db, asked)).some(({ id }) => id === picture)) throw pictureNotFound();
    // Bars are added to those that are there: they are burned into the original again, so that nothing is encoded thrice.
    const earlier = await ctx.db.selectFrom('redactions').select(['id', 'original', 'regions']).where('shown', '=', picture).executeTakeFirst();
    const all = [...(earlier?.regions ?? []), ...regions];
    if (all.length > 5 * mostRegions) throw new Problem(422, 'too-many-regions', { vi: 'Ảnh này đã có quá nhiều vùng che; hãy bỏ che rồi che lại.', en: 'The picture has too many bars; undo them and begin again.' });
    const source = await ctx.files.read(earlier?.original ?? picture);
    if (source === undefined) throw pictureNotFound();

    let done: { redaction: string; picture: string } | undefined;
    const { id } = await ctx.files.putPicture(await burnBars(source, all), (store) =>
      ctx.change(async (trx) => {
        const report = await trx.selectFrom('reports').selectAll().where('code', '=', params.code).forUpdate().executeTakeFirstOrThrow();
        const burned = await store(trx as never);
        await ctx.attach(trx, [burned.id], report.id);
        // Nobody else may have redacted it meanwhile.
        await replacePicture(trx, report.id, picture, burned.id);
        const redaction = earlier?.id ?? randomUUID();
        if (earlier === undefined) {
          const original = await ctx.files.rename(trx as never, picture);
          await trx
            .insertInto('redactions')
            .values({ id: redaction, report: report.id, what: 'picture', text_before: null, text_after: null, shown: burned.id, original, regions: JSON.stringify(all), made_at: ctx.now() })
            .execute();
        } else {
          await trx.updateTable('redactions').set({ shown: burned.id, regions: JSON.stringify(all) }).where('id', '=', earlier.id).execute();
          await ctx.files.remove(trx as never, [picture]);
        }
        ctx.publish(trx, 'report.redacted', { subject: report.id, agency: report.agency, data: { category: report.category, what: 'picture', undone: false } });
        done = { redaction, picture: burned.id };
        return burned;
      }),
    );
    // Of a repeat with the same key, whose change did not run again.
    const redaction = done?.redaction ?? (await ctx.db.selectFrom('redactions').select('id').where('shown', '=', id).executeTakeFirst())?.id;
    if (redaction === undefined) throw notFound({ vi: 'lần che này', en: 'This redaction' });
    return ok({ code: params.code, redaction, picture: id, url: ctx.files.link(id) });
  },
});
