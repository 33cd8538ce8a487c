import { html } from 'hono/html';
import type { Html } from '../../plugin/plugin.ts';
import type { Problem } from '../../plugin/problem.ts';
import type { AccountForm } from './account-visit.ts';
import type { Form } from './form.ts';
import { fromLink } from './from-link.ts';
import type { Say } from './say.ts';

const name = 'ma';

type SentLink = Required<Pick<AccountForm, 'hidden' | 'fields'>>;

/**
 * How a form comes by the token behind the `#` of a link that somebody was sent: it is asked for, and from then on carried
 * along, unless it is over. The script fills it in; with `send` it also opens what the link leads to, which spends nothing.
 */
export function fromSentLink(say: Say, token: string, { refused, send = false }: { refused?: Problem | undefined; send?: boolean } = {}): SentLink {
  if (token !== '' && refused?.code !== 'link-not-valid') return { hidden: { [name]: token }, fields: [] };
  const asked = {
    name,
    label: say('Liên kết đã gửi cho bạn', 'The link that you were sent'),
    hint: say('Dán cả liên kết vào đây, hoặc mã đứng sau dấu #.', 'Paste the whole link here, or the code that follows its #.'),
    control: (attributes: Html) =>
      html`<input ${attributes} required autocomplete="off" autocapitalize="none" spellcheck="false" data-from-link="${send ? 'send' : ''}">${fromLink()}`,
  };
  return { hidden: {}, fields: [asked] };
}

/** The token, whichever of the two was pasted. */
export const tokenOf = (form: Form): string => form.text(name).split('#').at(-1)!;
