import { type Kysely, sql } from 'kysely';
import { oneAfterAnother, refuseStaff } from '../identity/handing-out.ts';
import type { Kernel } from '../kernel.ts';
import type { CoreTypes } from '../core-module/routes/core-route.ts';
import { provinceOf } from '../modules/province-of.ts';
import type { Text } from '../plugin/text.ts';
import type { PersonalData } from '../plugin/plugin.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import { holdersOf } from './holders.ts';
import { tombstoneOf } from './tombstone.ts';

const signingIn: Text = { vi: 'Để đăng nhập và liên hệ', en: 'To sign in and to be reached' };
const sessions: Text = { vi: 'Để chủ tài khoản thấy và kết thúc phiên lạ', en: 'So that people see and end sessions that are not theirs' };
const working: Text = { vi: 'Để biết ai làm việc ở đơn vị nào', en: 'To know who works at which agency' };
const telling: Text = { vi: 'Để báo tin cho chủ tài khoản như họ muốn', en: 'To tell people what they want to hear' };
const accountability: Text = { vi: 'Trách nhiệm giải trình: ai đã làm gì, theo mã', en: 'Accountability: who did what, by id' };

/** An export ends somewhere; the log itself is there for whoever asks for more. */
const mostActs = 10_000;

/** What the core itself holds about people: accounts, sessions, membership. The last to be erased, with a tombstone. */
export function corePersonalData(kernel: () => Kernel): PersonalData<CoreTypes> {
  return {
    fields: {
      'user.name': { purpose: signingIn },
      'user.email': { purpose: signingIn },
      'user.phoneNumber': { purpose: signingIn },
      'session.ipAddress': { purpose: sessions },
      'session.userAgent': { purpose: sessions },
      'account.accountId': { purpose: { vi: 'Để đăng nhập qua nơi xác thực khác', en: 'To sign in through another provider' } },
      'one_time.data': { purpose: { vi: 'Địa chỉ nhận lời mời, mã đăng nhập, đặt lại mật khẩu', en: 'Where invitations, codes and resets are sent' } },
      'members.agency': { purpose: working },
      'members.communes': { purpose: working },
      'members.roles': { purpose: working },
      'messages.account': { purpose: telling },
      'sends.account': { purpose: telling },
      'sends.masked': { purpose: { vi: 'Để quản trị viên trả lời tin đã đến đâu; địa chỉ đã che', en: 'To say what became of a message; masked' } },
      'preferences.choices': { purpose: telling },
      'push_subscriptions.subscription': { purpose: telling },
      'events.actor_id': { purpose: accountability },
      'privacy_requests.account': { purpose: { vi: 'Theo dõi yêu cầu về dữ liệu cá nhân', en: 'To follow up requests about personal data' } },
    },
    retention: {
      vi: 'Tài khoản: đến khi được yêu cầu xóa. Nhật ký theo mã: giữ lâu dài, không dẫn đến ai sau khi xóa tài khoản.',
      en: 'Accounts: until erasure is asked for. The log by id: kept, and leads to nobody once the account is erased.',
    },
    retentionRules: {
      messages: {
        title: { vi: 'Nhật ký tin đã gửi: tính từ ngày gửi', en: 'The log of what people were told, from the day it was sent' },
        keep: 'P12M',
        action: 'erase',
        apply: async (_ctx, trx, before, limit) => {
          const old = trx.selectFrom('core.messages').select('id').where('created_at', '<', before).orderBy('created_at').limit(limit);
          return Number((await trx.deleteFrom('core.messages').where('id', 'in', old).executeTakeFirstOrThrow()).numDeletedRows);
        },
      },
      unreachable: {
        title: { vi: 'Dấu của địa chỉ không tồn tại: tính từ lần gửi hỏng', en: 'Marks of addresses that do not exist, from the failed sending' },
        keep: 'P12M',
        action: 'erase',
        apply: async (_ctx, trx, before, limit) => {
          const old = trx.selectFrom('core.unreachable').select(['channel', 'recipient']).where('at', '<', before).limit(limit);
          const { numDeletedRows } = await trx.deleteFrom('core.unreachable').where(({ refTuple, eb }) => eb(refTuple('channel', 'recipient'), 'in', old as never)).executeTakeFirstOrThrow();
          return Number(numDeletedRows);
        },
      },
      notices: {
        title: { vi: 'Thông báo của đơn vị: tính từ ngày gửi', en: "Agencies' notices, from the day they were sent" },
        keep: 'P12M',
        action: 'erase',
        apply: async (_ctx, trx, before, limit) => {
          const old = trx.selectFrom('core.notices').select('id').where('at', '<', before).orderBy('id').limit(limit);
          return Number((await trx.deleteFrom('core.notices').where('id', 'in', old).executeTakeFirstOrThrow()).numDeletedRows);
        },
      },
      requests: {
        title: { vi: 'Yêu cầu về dữ liệu cá nhân: tính từ ngày xong', en: 'Requests about personal data, from the day they were done' },
        keep: 'P24M',
        action: 'erase',
        apply: async (_ctx, trx, before, limit) => {
          const old = trx.selectFrom('core.privacy_requests').select('id').where('done_at', '<', before).limit(limit);
          return Number((await trx.deleteFrom('core.privacy_requests').where('id', 'in', old).executeTakeFirstOrThrow()).numDeletedRows);
        },
      },
    },

    exportFor: (ctx, account) => exportFromCore(ctx.db as unknown as Kysely<ProvinceTables>, account),

    async eraseFor(ctx, account) {
      const erased_at = ctx.now();
      const modules = holdersOf(kernel(), provinceOf(kernel(), ctx)).map(({ plugin }) => plugin.id);
      await ctx.change(async (trx) => {
        // Roles that were given since the erasure began.
        await oneAfterAnother(trx);
        await refuseStaff(trx, account);
        await trx.insertInto('core.tombstones').values({ subject: tombstoneOf(account), erased_at, modules }).onConflict((oc) => oc.doNothing()).execute();
        await trx.updateTable('core.privacy_requests').set({ done_at: erased_at }).where('account', '=', account).where('done_at', 'is', null).execute();
        await sql`
          delete from identity.one_time as token using identity."user" as person
          where person.id = ${account} and (token.data->>'email' = lower(person.email) or token.data->>'phone' = person."phoneNumber")
        `.execute(trx);
        await trx.deleteFrom('core.messages').where('account', '=', account).execute();
        const { numDeletedRows } = await trx.deleteFrom('identity.user').where('id', '=', account).executeTakeFirstOrThrow();
        if (numDeletedRows > 0n) ctx.publish(trx, 'account.erased', { subject: account, data: { account } });
        return null;
      });
    },
  };
}

async function exportFromCore(db: Kysely<ProvinceTables>, account: string) {
  const [person, places, sessionsOf, member, requests, acts, told, preferences] = await Promise.all([
    db.selectFrom('identity.user').select(['name', 'email', 'phoneNumber', 'createdAt']).where('id', '=', account).executeTakeFirst(),
    db.selectFrom('identity.account').select(['providerId as provider', 'createdAt']).where('userId', '=', account).orderBy('createdAt').execute(),
    db.selectFrom('identity.session').select(['createdAt', 'seenAt', 'expiresAt', 'userAgent']).where('userId', '=', account).orderBy('createdAt').execute(),
    db.selectFrom('core.members').select(['agency', 'communes', 'roles']).where('account', '=', account).executeTakeFirst(),
    db.selectFrom('core.privacy_requests').select(['kind', 'requested_at as requestedAt', 'done_at as doneAt']).where('account', '=', account).orderBy('requested_at').execute(),
    db.selectFrom('core.events').select(['at', 'plugin as module', 'type', 'subject']).where('actor_id', '=', account).orderBy('position', 'desc').limit(mostActs).execute(),
    db
      .selectFrom('core.sends as send')
      .innerJoin('core.messages as message', 'message.id', 'send.message')
      .select(['message.plugin as module', 'message.kind', 'send.channel', 'send.masked as to', 'send.state', 'send.sent_at as sentAt'])
      .where('send.account', '=', account)
      .orderBy('send.created_at', 'desc')
      .limit(mostActs)
      .execute(),
    db.selectFrom('core.preferences').select(['language', 'quiet_from as quietFrom', 'quiet_until as quietUntil', 'choices']).where('account', '=', account).executeTakeFirst(),
  ]);
  return { person: person ?? null, signsInBy: places, sessions: sessionsOf, member: member ?? null, requests, acts, told, preferences: preferences ?? null };
}
