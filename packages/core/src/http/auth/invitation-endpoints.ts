import { z } from 'zod';
import { time } from '../../core-module/routes/core-route.ts';
import type { AccountSite } from '../../identity/account-site.ts';
import { readInvitation } from '../../identity/invitations.ts';
import { openSession } from '../../identity/sign-in.ts';
import { ok } from '../../plugin/route.ts';
import { textOf } from '../../plugin/schemas.ts';
import { answerSignedIn, signedInShape } from './account-endpoints.ts';
import { type Endpoint, endpointOf } from './endpoint.ts';
import { newPassword, token } from './inputs.ts';

export const personName = textOf(2, 100);

/** How whoever was invited joins a site; `accept` answers the id of the account. */
export function invitationEndpoints<Site extends AccountSite>(
  accept: (site: Site, given: { token: string; name: string; password: string }) => Promise<string>,
): readonly Endpoint<Site>[] {
  const endpoint = endpointOf<Site>();
  return [
    endpoint({
      method: 'post',
      path: '/invitations/read',
      come: 'nobody',
      guessable: true,
      body: z.strictObject({ token }),
      summary: { vi: 'Xem lời mời', en: 'Read an invitation' },
      answers: { 200: { description: 'Lời mời / the invitation', schema: z.object({ email: z.string(), name: z.string(), expiresAt: time }) } },
      handle: async ({ site }, { body }) => {
        const { data, expiresAt } = await readInvitation(site, body.token);
        return ok({ email: data.email, name: data.name, expiresAt });
      },
    }),
    endpoint({
      method: 'post',
      path: '/invitations/accept',
      come: 'nobody',
      guessable: true,
      body: z.strictObject({ token, name: personName, password: newPassword }),
      summary: { vi: 'Nhận lời mời, đặt mật khẩu', en: 'Accept an invitation and set a password' },
      answers: { 200: { description: 'Đã vào / signed in', schema: signedInShape } },
      handle: async ({ site, headers }, { body }) => answerSignedIn(await openSession(site, await accept(site, body), 'invitation', headers)),
    }),
  ];
}
