import { type Kysely, sql } from 'kysely';
import { channelOf } from '../notify/channels.ts';
import { dayBegan, dayMs } from '../notify/local-time.ts';
import { Problem } from '../plugin/problem.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';

/**
 * Counts one more code by text message, in the transaction that has it sent. A day sees as many of them as the province
 * lets other messages out by SMS: each costs it money, whoever asks for them from however many places.
 *
 * @throws Problem 429
 */
export async function countPhoneCode(db: Kysely<ProvinceTables>, now: Date): Promise<void> {
  const { provinceDay } = (await channelOf(db, 'sms')).caps;
  const today = new Date(dayBegan(now));
  const { rows } = await sql`
    insert into core.phone_codes as codes (day, sent) values (${today}, 1)
    on conflict ("only") do update set day = ${today}, sent = case when codes.day = ${today} then codes.sent + 1 else 1 end
      where codes.day <> ${today} or codes.sent < ${provinceDay}
    returning sent
  `.execute(db);
  if (rows.length > 0) return;
  const wait = Math.ceil((today.getTime() + dayMs - now.getTime()) / 1_000);
  throw new Problem(
    429,
    'phone-codes-used-up',
    { vi: 'Hôm nay tỉnh đã gửi hết số tin nhắn mã đăng nhập; hãy đăng nhập cách khác.', en: 'The province has sent all sign-in codes of today; please sign in another way.' },
    { headers: { 'retry-after': String(wait) } },
  );
}
