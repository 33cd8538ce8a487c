import { holds } from '../access/ability.ts';
import type { Principal } from '../identity/principal.ts';
import { forbidden, Problem } from '../plugin/problem.ts';
import type { Route } from '../plugin/route.ts';
import { ofStatus } from './to-problem.ts';

/** For how long after a password, a code or a provider's word somebody counts as having just shown who they are. */
const recentMs = 15 * 60_000;

/** Default deny: only `public` lets an unknown caller in. */
export function guard({ access, recent }: Pick<Route, 'access' | 'recent'>, principal: Principal): void {
  if (access === 'public') return;
  if (principal.actor.kind === 'anonymous') throw signInRequired(principal);
  if (access !== 'signed-in') {
    if (principal.lacks === 'enrolment') throw enrolmentRequired();
    if (!holds(principal.ability, access)) throw forbidden();
  }
  if (recent) requireRecent(principal);
}

/** Acts that change access are done by a person who is there: not by a key, and not by a screen left open. */
export function requireRecent({ session }: Principal): void {
  if (session === null) throw personRequired();
  if (Date.now() - session.confirmedAt.getTime() > recentMs) throw confirmationRequired();
}

export function signInRequired({ rejected, lacks }: Principal): Problem {
  if (lacks === 'second-factor') {
    return new Problem(
      401,
      'second-factor-needed',
      { vi: 'Còn một bước: hãy nhập mã xác thực.', en: 'One more step: please enter your code.' },
      { detail: { vi: 'Gửi mã đến POST /api/auth/second-factor/show.', en: 'Send the code to POST /api/auth/second-factor/show.' } },
    );
  }
  return rejected
    ? new Problem(401, 'session-not-valid', {
        vi: 'Phiên đăng nhập hoặc khóa API không còn hiệu lực ở tỉnh này.',
        en: 'The session or API key is not valid in this province.',
      })
    : ofStatus(401);
}

export function enrolmentRequired(): Problem {
  return new Problem(
    403,
    'second-factor-required',
    { vi: 'Vai trò của bạn cần xác thực bước hai.', en: 'Your role asks for a second factor.' },
    { detail: { vi: 'Hãy bật xác thực bước hai trong trang tài khoản.', en: 'Please set one up on your account page.' } },
  );
}

function confirmationRequired(): Problem {
  return new Problem(
    403,
    'confirmation-required',
    { vi: 'Việc này cần xác nhận lại bạn là ai.', en: 'Please confirm who you are to do this.' },
    { detail: { vi: 'Nhập lại mật khẩu hoặc mã: POST /api/auth/confirm.', en: 'Enter your password or code again: POST /api/auth/confirm.' } },
  );
}

export function personRequired(): Problem {
  return new Problem(403, 'person-required', {
    vi: 'Việc này phải do một người đăng nhập thực hiện, không qua khóa API hay lượt vào của đơn vị vận hành.',
    en: 'This has to be done by a person who is signed in, not with an API key or an operator’s pass.',
  });
}
