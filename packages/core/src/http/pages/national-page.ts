import type { Context as HonoContext } from 'hono';
import { html } from 'hono/html';
import { type NationalSiteName, nationalTitles } from '../../identity/national-accounts.ts';
import { page } from './page.ts';
import { sayIn } from './say.ts';
import type { Environment } from '../environment.ts';

export const nationalSites = {
  ministry: {
    title: nationalTitles.ministry,
    summary: { vi: 'So sánh các tỉnh trên số liệu mà từng tỉnh tự công bố. Không có dữ liệu của người dân.', en: 'Compares provinces on the figures that each published itself. Holds no data of citizens.' },
  },
  platform: {
    title: nationalTitles.platform,
    summary: { vi: 'Các tỉnh trên hệ thống, phân hệ và trạng thái của chúng. Không có dữ liệu của người dân.', en: 'The provinces of this deployment, their modules and state. Holds no data of citizens.' },
  },
} as const;

/** `/` of a national site. What its members do, they do through its API. */
export function nationalPage(c: HonoContext<Environment>, name: NationalSiteName): Promise<Response> {
  const say = sayIn(c.get('language'));
  const { title, summary } = nationalSites[name];
  return page(c, {
    title: say(title),
    body: html`<div class="wrap narrow"><h1>${say(title)}</h1>
<p class="lead">${say(summary)}</p>
${c.get('principal').actor.kind === 'account'
  ? html`<p><a class="button" href="/tai-khoan">${say('Tài khoản của tôi', 'My account')}</a></p>
<form method="post" action="/dang-xuat"><button class="second">${say('Đăng xuất', 'Sign out')}</button></form>`
  : html`<p><a class="button" href="/dang-nhap">${say('Đăng nhập', 'Sign in')}</a></p>`}</div>`,
  });
}
