import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { timeOrderedId } from '../database/time-ordered-id.ts';
import { asSent, type Mailer } from './mailer.ts';

/** Writes each message to `outbox-mail/<id>.eml` under the data folder, as any mail program opens it. */
export function fileMailer(dataDir: string, from: string): Mailer {
  const folder = join(dataDir, 'outbox-mail');
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(mail) {
      const { message } = await transport.sendMail(asSent(mail, from));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(join(folder, `${timeOrderedId()}.eml`), message as Buffer, { mode: 0o600 });
    },
  };
}
