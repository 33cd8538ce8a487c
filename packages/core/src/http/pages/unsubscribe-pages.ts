import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Kernel } from '../../kernel.ts';
import { readUnsubscribe, unsubscribe, type Unwanted } from '../../notify/unsubscribe.ts';
import { contextOf } from '../../personal-data/holders.ts';
import type { ProvinceDatabase } from '../../tenancy/province-pools.ts';
import type { Province } from '../../tenancy/registry.ts';
import { refuseForeignPage } from '../refuse-foreign-writes.ts';
import type { Environment } from '../environment.ts';
import { message } from './letter-pages.ts';
import { page } from './page.ts';
import { type Say, sayIn } from './say.ts';

/**
 * `/ngung-nhan?ma=…`: ends messages of a kind at one press, without signing in. Looking changes nothing, for programs look
 * at every link of a mail; a press comes from the page's button or from the mail program itself (RFC 8058).
 */
export function unsubscribePages(kernel: Kernel): Hono<Environment> {
  const wordsOf = (say: Say, province: Province, { plugin, kind, account }: Unwanted) => {
    const module = kernel.moduleOn(province, plugin);
    const title = module?.messages?.[kind]?.title ?? module?.title;
    if (account === null) return say('Mọi thư về vụ việc này', 'All messages about this matter');
    return title === undefined ? say('Thư loại này', 'Messages of this kind') : say(title);
  };
  return new Hono<Environment>()
    .get('/ngung-nhan', async (c) => {
      c.set('operation', 'GET /ngung-nhan');
      c.header('referrer-policy', 'same-origin');
      const say = sayIn(c.get('language'));
      const token = c.req.query('ma') ?? '';
      const unwanted = await readUnsubscribe(c.get('database').db, c.get('province'), token);
      const title = say('Ngừng nhận tin', 'No more messages');
      return page(c, {
        title,
        body: html`<div class="wrap narrow"><h1>${title}</h1><p>${wordsOf(say, c.get('province'), unwanted)}</p>
<form method="post" action="/ngung-nhan?ma=${encodeURIComponent(token)}"><button>${say('Ngừng nhận', 'Stop them')}</button></form></div>`,
      });
    })
    .post('/ngung-nhan', async (c) => {
      c.set('operation', 'POST /ngung-nhan');
      refuseForeignPage(c);
      const say = sayIn(c.get('language'));
      const [province, database] = [c.get('province'), c.get('database')];
      const unwanted = await readUnsubscribe(database.db, province, c.req.query('ma') ?? '');
      await database.db.transaction().execute((trx) => unsubscribe(trx, unwanted, kernel.now()));
      await tellPlugin(kernel, province, database, unwanted);
      return message(c, say('Đã ghi nhận', 'Done'), say('Bạn sẽ không nhận tin như thế này nữa.', 'You will get no more messages like this.'));
    });
}

/** After the core's own record, so that no more is sent even where the module fails; whoever presses again tries it again. */
async function tellPlugin(kernel: Kernel, province: Province, database: ProvinceDatabase, { plugin: id, account, subject, channel }: Unwanted): Promise<void> {
  const plugin = kernel.moduleOn(province, id);
  if (account !== null || subject === null || plugin?.onUnsubscribe === undefined) return;
  const ctx = await contextOf(kernel, province, database, plugin);
  await kernel.watch.run({ province, plugin, operation: 'onUnsubscribe' }, () => plugin.onUnsubscribe!(ctx, subject, channel));
}
