import { timeOrderedId } from '../database/time-ordered-id.ts';
import type { PendingMessage } from '../events/unit-of-work.ts';
import type { Telling } from '../plugin/context.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { placeholdersOf } from './placeholders.ts';

const longestValue = 500;

/** What `ctx.tell` was given, as a row. @throws Error for what the plugin did not declare, or left out */
export function pendingMessage({ id, messages = {}, addressOf }: Plugin, kind: string, { to, data = {}, link }: Telling, at: Date): PendingMessage {
  const message = Object.hasOwn(messages, kind) ? messages[kind] : undefined;
  if (message === undefined) throw new Error(`${id}: the message "${kind}" is not declared`);
  if ('subject' in to && addressOf === undefined) throw new Error(`${id}: "${kind}" goes to a subject, and addressOf is not declared`);
  if (link !== undefined && !/^\/(?![/\\])[^#\s]*$/.test(link)) throw new Error(`${id}: the link of "${kind}" must be a path of the province's own host, without "#"`);
  const { subject, body } = message.template;
  const missing = [subject, body].flatMap(({ vi, en = '' }) => placeholdersOf(vi + en)).filter((name) => !Object.hasOwn(data, name));
  if (missing.length > 0) throw new Error(`${id}: "${kind}" lacks ${missing.join(', ')}`);
  const long = Object.entries(data).find(([, value]) => String(value).length > longestValue);
  if (long !== undefined) throw new Error(`${id}: "${long[0]}" of "${kind}" is longer than ${longestValue} characters`);
  return {
    id: timeOrderedId(),
    kind,
    account: 'account' in to ? to.account : null,
    agency: 'agency' in to ? to.agency : null,
    subject: 'subject' in to ? to.subject : null,
    data,
    link: link ?? null,
    at,
  };
}
