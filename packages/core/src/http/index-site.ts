import { Hono } from 'hono';
import { html } from 'hono/html';
import { demoMembers, demoPassword } from '../identity/demo-people.ts';
import type { NationalSiteName } from '../identity/national-accounts.ts';
import type { Kernel } from '../kernel.ts';
import type { Html } from '../plugin/plugin.ts';
import type { Province } from '../tenancy/registry.ts';
import type { Environment } from './environment.ts';
import { icon } from './pages/icon.ts';
import { nationalSites } from './pages/national-page.ts';
import { page } from './pages/page.ts';
import { type Say, sayIn } from './pages/say.ts';

/** The page that links the provinces of this deployment and its national sites. */
export function indexSite(kernel: Kernel): Hono<Environment> {
  return new Hono<Environment>().get('/', (c) => {
    c.set('operation', 'GET / of the index');
    const say = sayIn(c.get('language'));
    const { port } = new URL(c.req.url);
    // The scheme is the reader's own: a proxy in front may speak https.
    const at = (host: string, path = '/') => `//${host}${port && `:${port}`}${path}`;
    const provinces = kernel.registry.provinces().filter(({ state }) => state === 'active');
    return page(c, {
      title: say('Các tỉnh trên hệ thống này', 'The provinces of this deployment'),
      body: html`<div class="hero"><div class="wrap"><h1>${say('Mỗi tỉnh một hệ thống riêng, trên cùng một nền tảng', 'Each province on its own, on one platform')}</h1>
<p class="lead">${say('Chọn tỉnh của bạn để gửi phản ánh và xem đơn vị nào đang xử lý, đến bao giờ.', 'Choose your province to report and to see who is handling it, and until when.')}</p></div></div>
<div class="wrap"><h2 class="unseen">${say('Tỉnh, thành phố', 'Provinces')}</h2>
<ul class="tiles">${provinces.map((province) => provinceTile(province, at, say))}</ul>
<h2>${say('Cấp quốc gia', 'National')}</h2>
<ul class="tiles">${(['ministry', 'platform'] as const).map((name) => nationalTile(name, at(kernel.siteHosts[name]), say))}</ul>
${provinces.some(({ demo }) => demo) ? demoAccounts(provinces, say) : ''}</div>`,
    });
  });
}

type At = (host: string, path?: string) => string;

function provinceTile({ tenant: { name, hosts, hotline } }: Province, at: At, say: Say): Html {
  const host = hosts[0]!;
  return html`<li class="card tile">${icon('landmark')}<h3><a href="${at(host)}">${say(name)}</a></h3>
<p>${say('Đường dây nóng', 'Hotline')} ${hotline}</p>
<p class="over"><a href="${at(host, '/api/openapi.json')}">${say('Tài liệu API', 'API documentation')}<span class="unseen"> ${say(name)}</span></a></p></li>`;
}

function nationalTile(name: NationalSiteName, url: string, say: Say): Html {
  const { title, summary } = nationalSites[name];
  return html`<li class="card tile">${icon('office')}<h3><a href="${url}">${say(title)}</a></h3><p>${say(summary)}</p></li>`;
}

function demoAccounts(provinces: readonly Province[], say: Say): Html {
  const shown = provinces.filter(({ demo }) => demo);
  return html`<section><h2>${say('Tài khoản dùng thử', 'Accounts for trying')}</h2>
<p>${say('Mật khẩu của mọi tài khoản:', 'The password of every account:')} <code>${demoPassword}</code></p>
<table><thead><tr><th scope="col">${say('Vai trò', 'Role')}</th><th scope="col">${say('Tài khoản', 'Account')}</th></tr></thead>
<tbody>${demoMembers.map(({ name, title }) => html`<tr><th scope="row">${title}</th><td>${shown.map(({ id }) => html`${name}@${id}.example<br>`)}</td></tr>`)}</tbody></table></section>`;
}
