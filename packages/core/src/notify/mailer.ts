import type { SendMailOptions } from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** Whose mail it is. */
  readonly province: string;
  /** The same for each attempt, so that mail servers and readers tell repeats. */
  readonly id?: string;
  /** The name it comes from; the address is the deployment's own, whose domain vouches for it. */
  readonly fromName?: string | undefined;
  readonly replyTo?: string | undefined;
  /** Where a mail program ends messages like this at one press (RFC 8058). */
  readonly unsubscribe?: string | null;
}

/** Sends one message, or throws: then the task that sent it is tried again. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

/** SMTP where `SMTP_URL` says so; otherwise files that whoever runs the demo opens. */
export function mailerFor(options: { readonly smtpUrl?: string | undefined; readonly from?: string | undefined; readonly dataDir: string }): Mailer {
  const { smtpUrl, from = 'tinhthong@localhost', dataDir } = options;
  const open = async (): Promise<Mailer> =>
    smtpUrl === undefined ? (await import('./file-mailer.ts')).fileMailer(dataDir, from) : (await import('./smtp-mailer.ts')).smtpMailer(smtpUrl, from);
  // With the first mail: most commands send none, and what writes mails is large.
  let mailer: Promise<Mailer> | undefined;
  return { send: async (mail) => (await (mailer ??= open())).send(mail) };
}

/** A mail as nodemailer takes it. An address is given as such: nothing in it is read as a second one. */
export function asSent({ to, subject, text, html, id, fromName, replyTo, unsubscribe }: Mail, from: string): SendMailOptions {
  const address = from.match(/<([^>]+)>$/)?.[1] ?? from;
  return {
    from: fromName === undefined ? from : { name: fromName, address },
    to: { name: '', address: to },
    subject,
    text,
    ...(html !== undefined && { html }),
    ...(replyTo !== undefined && { replyTo: { name: '', address: replyTo } }),
    ...(id !== undefined && { messageId: `<${id}@${address.split('@').at(-1)}>` }),
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe && { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  };
}
