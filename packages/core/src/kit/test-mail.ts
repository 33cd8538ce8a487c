import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';

/** What was sent by mail from a test's world, oldest first: the file driver's messages, as a mail program reads them. */
export async function sentMail(dataDir: string): Promise<{ to: string; subject: string; text: string; link: string }[]> {
  const folder = join(dataDir, 'outbox-mail');
  const names = (await readdir(folder).catch(() => [])).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const { to, subject = '', text = '' } = await simpleParser(await readFile(join(folder, name)));
      return { to: [to ?? []].flat().map((one) => one.text).join(), subject, text, link: /http\S+/.exec(text)?.[0] ?? '' };
    }),
  );
}

/** What was sent by text message, oldest first. */
export async function sentMessages(dataDir: string): Promise<{ to: string; text: string }[]> {
  const folder = join(dataDir, 'outbox-sms');
  const names = (await readdir(folder).catch(() => [])).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const [to = '', , ...lines] = (await readFile(join(folder, name), 'utf8')).split('\n');
      return { to, text: lines.join('\n').trim() };
    }),
  );
}
