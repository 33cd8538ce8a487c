import { html } from 'hono/html';
import { sayIn } from '../http/pages/say.ts';
import type { Message } from '../plugin/plugin.ts';
import type { Text } from '../plugin/text.ts';
import type { Outgoing } from './outgoing.ts';
import { fill } from './placeholders.ts';

/** One message with what fills it. */
export interface Told {
  readonly message: Message;
  readonly data: Readonly<Record<string, string | number>>;
  readonly link: string | null;
}

type Composed = Pick<Outgoing, 'subject' | 'text' | 'data' | 'link'>;

const oneLine = (text: string) => text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();

/** The words of a message in its reader's language; of several, those of a digest, each with its own link. */
export function composeMessage(all: readonly [Told, ...Told[]], province: Text, language: 'vi' | 'en'): Composed {
  const say = sayIn(language);
  const worded = all.map(({ message: { template }, data, link }) => {
    const filled = (text: Text) => fill(say(text), (name) => data[name] ?? '');
    return { subject: oneLine(filled(template.subject)), text: filled(template.body).trim(), data, link };
  });
  const [first] = worded as [(typeof worded)[number]];
  if (worded.length === 1) return first;
  return {
    subject: oneLine(say(`${province.vi}: ${worded.length} tin mới`, `${province.en ?? province.vi}: ${worded.length} messages`)),
    text: worded.map(({ subject, text, link }) => [subject, text, ...(link === null ? [] : [link])].join('\n')).join('\n\n'),
    data: {},
    link: null,
  };
}

/** The two parts of a mail: the same words, for programs that show pages and for those that do not. */
export async function composeMail({ subject, text, link, unsubscribe, language }: Outgoing, province: Text): Promise<{ readonly text: string; readonly html: string }> {
  const say = sayIn(language);
  const why = say(`Thư tự động của ${province.vi}.`, `An automatic message of ${province.en ?? province.vi}.`);
  const stop = say('Không nhận thư như thế này nữa', 'No more messages like this');
  const see = say('Xem chi tiết', 'See more');
  const paragraphs = text.split('\n\n').map((one) => html`<p>${one.split('\n').map((line, i) => html`${i === 0 ? '' : html`<br>`}${line}`)}</p>`);
  const page = html`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${subject}</title></head><body>
${paragraphs}
${link && html`<p><a href="${link}">${see}</a></p>`}
<hr><p><small>${why}${unsubscribe && html` <a href="${unsubscribe}">${stop}</a>`}</small></p>
</body></html>`;
  return {
    text: [text, ...(link === null ? [] : [link]), `-- \n${why}${unsubscribe === null ? '' : `\n${stop}: ${unsubscribe}`}`, ''].join('\n\n'),
    html: String(await page),
  };
}
