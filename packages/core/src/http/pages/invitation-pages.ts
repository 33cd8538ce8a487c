import { Hono } from 'hono';
import type { Context as HonoContext } from 'hono';
import { z } from 'zod';
import type { AccountSite } from '../../identity/account-site.ts';
import { type Joining, readInvitation } from '../../identity/invitations.ts';
import { openSession } from '../../identity/sign-in.ts';
import type { Problem } from '../../plugin/problem.ts';
import { type AuthSite, slowDown } from '../auth/endpoint.ts';
import { personName } from '../auth/invitation-endpoints.ts';
import type { Environment } from '../environment.ts';
import { invalidInput } from '../to-problem.ts';
import { accountForm, followSignedIn, formOf, input, orFormAgain, visitOf } from './account-visit.ts';
import { fromSentLink, tokenOf } from './sent-link.ts';
import { sayIn } from './say.ts';

const personForm = z.object({ name: personName });

export interface InvitationPages<Site> extends Pick<Joining, 'knownPassword'> {
  accept(site: Site, given: { token: string; name: string; password: string }): Promise<string>;
}

/**
 * `/loi-moi#…`: where the link of an invitation leads. Its token comes in the first form, which shows the invitation, and
 * again in the second, which accepts it; programs that look into mail and follow links spend nothing.
 */
export function invitationPages<Site extends AccountSite>(
  pages: AuthSite<Site>,
  { knownPassword, accept }: InvitationPages<Site>,
): Hono<Environment> {
  return new Hono<Environment>()
    .get('/loi-moi', async (c) => {
      await visitOf(c, pages, '/loi-moi');
      return linkPage(c);
    })
    .post('/loi-moi', async (c) => {
      const { site, network, headers } = await visitOf(c, pages, '/loi-moi');
      const form = await formOf(c);
      const token = tokenOf(form);
      await slowDown(site, network);
      return orFormAgain(
        async () => {
          const { data } = await readInvitation(site, token);
          const shown = { knownPassword, token, email: data.email };
          if (form.texts('password').length === 0) return invitationPage(c, { ...shown, name: data.name });
          return orFormAgain(
            async () => {
              const person = personForm.safeParse({ name: form.text('name') });
              if (!person.success) throw invalidInput(person.error, 'body');
              const account = await accept(site, { token, ...person.data, password: form.exact('password').slice(0, 200) });
              return followSignedIn(c, await openSession(site, account, 'invitation', headers), '');
            },
            (refused) => invitationPage(c, { ...shown, name: form.text('name'), refused }),
          );
        },
        (refused) => linkPage(c, refused),
      );
    });
}

function linkPage(c: HonoContext<Environment>, refused?: Problem): Promise<Response> {
  const say = sayIn(c.get('language'));
  return accountForm(c, {
    title: say('Nhận lời mời', 'Accept the invitation'),
    action: '/loi-moi',
    button: say('Xem lời mời', 'See the invitation'),
    ...fromSentLink(say, '', { send: true }),
    refused,
  });
}

interface InvitationShown extends Pick<Joining, 'knownPassword'> {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly refused?: Problem;
}

function invitationPage(c: HonoContext<Environment>, { knownPassword, token, name, email, refused }: InvitationShown): Promise<Response> {
  const say = sayIn(c.get('language'));
  return accountForm(c, {
    title: say('Nhận lời mời', 'Accept the invitation'),
    lead: `${say('Tài khoản của bạn', 'Your account')}: ${email}. ${knownPassword === 'stays' ? say('Nếu đã có tài khoản, mật khẩu cũ được giữ.', 'If you have one already, its password stays.') : ''}`,
    action: '/loi-moi',
    button: say('Nhận lời mời', 'Accept'),
    hidden: fromSentLink(say, token).hidden,
    fields: [
      { name: 'name', label: say('Họ và tên', 'Full name'), control: input('text', 'name', name) },
      { name: 'password', label: say('Mật khẩu, ít nhất 10 ký tự', 'Password, at least 10 characters'), control: input('password', 'new-password') },
    ],
    refused,
  });
}
