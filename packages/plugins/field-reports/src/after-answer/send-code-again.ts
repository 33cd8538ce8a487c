import { invalid, ok } from '@tinhthong/core';
import { z } from 'zod';
import { phoneOf } from '../intake/phone-of.ts';
import { route } from '../module.ts';
import { byCode } from '../shapes.ts';

/**
 * Sends the follow-up code to where its reporter said they are reached, and nowhere else. The answer is the same whether
 * there is such a report or address: nobody finds out who reported by asking.
 */
export const sendCodeAgain = route({
  method: 'post',
  path: '/reports/{code}/send-code',
  access: 'public',
  perMinute: 5,
  summary: { vi: 'Gửi lại mã theo dõi đến e-mail hoặc điện thoại đã để lại khi gửi', en: 'Send the follow-up code again, to the e-mail address or phone that was left with the report' },
  params: byCode,
  body: z.strictObject({ email: z.email().max(200).optional(), phone: z.string().max(30).optional() }),
  answers: { 200: { description: 'Nếu khớp, thư đang được gửi / if it is the one that was left, it is on its way', schema: z.object({ asked: z.literal(true) }) } },
  async handle(ctx, { params, body }) {
    const { email } = body;
    if ((email === undefined) === (body.phone === undefined)) throw invalid('body.email', { vi: 'nêu e-mail hoặc số điện thoại đã để lại', en: 'give the e-mail address or the phone number that was left' });
    const phone = body.phone === undefined ? undefined : phoneOf(body.phone, 'body.phone');
    return ok(
      await ctx.change(async (trx) => {
        const found = await trx
          .selectFrom('reports')
          .innerJoin('contacts', 'contacts.report', 'reports.id')
          .select(['reports.id', 'reports.code'])
          .where('reports.code', '=', params.code)
          .where((eb) => (email === undefined ? eb('contacts.phone', '=', phone!) : eb(eb.fn('lower', ['contacts.email']), '=', email.toLowerCase())))
          .executeTakeFirst();
        if (found !== undefined) ctx.tell(trx, 'code-again', { to: { subject: found.id }, data: { code: found.code }, link: `/phan-anh/theo-doi?code=${found.code}` });
        return { asked: true };
      }),
    );
  },
});
