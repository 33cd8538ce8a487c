export const sessionCookie = 'tt-session';
const secureSessionCookie = '__Host-tt-session';

export function sessionCookieName(secure: boolean): string {
  return secure ? secureSessionCookie : sessionCookie;
}
