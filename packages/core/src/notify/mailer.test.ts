import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { testFolder } from '../kit/test-folder.ts';
import { testMailServer } from '../kit/test-mail-server.ts';
import { mailerFor } from './mailer.ts';

const mail = { to: 'an@vidu.vn', subject: 'Đặt lại mật khẩu – Huế', text: 'Chào bạn, bấm vào đây: http://hue.localhost/x', province: 'hue' };
const from = 'khong-tra-loi@hue.example';

test('without a mail server, a message is a file that only its owner reads and any mail program opens', async () => {
  const dataDir = await testFolder();
  await mailerFor({ dataDir, from }).send(mail);
  const [name] = await readdir(join(dataDir, 'outbox-mail'));
  const file = join(dataDir, 'outbox-mail', name!);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const read = await simpleParser(await readFile(file));
  expect([read.subject, read.text?.trim(), read.from?.text]).toEqual([mail.subject, mail.text, from]);
});

test('a real mail server gets the message as it was written, from the name that was given and the address that is vouched for', async () => {
  await using server = await testMailServer();
  const mailer = mailerFor({ smtpUrl: server.url, from: `Tinh Thông <${from}>`, dataDir: '/nowhere' });
  await mailer.send({ ...mail, html: '<p>Chào bạn</p>', id: 'a-1', fromName: 'Tỉnh "Huế" <x@y.vn>', replyTo: 'hoi@hue.example', unsubscribe: 'https://hue.example/x' });
  const [read] = server.received;
  expect([read!.text?.trim(), read!.html, read!.messageId, read!.replyTo?.text]).toEqual([mail.text, '<p>Chào bạn</p>', '<a-1@hue.example>', 'hoi@hue.example']);
  expect(read!.from?.value).toEqual([{ name: 'Tỉnh "Huế" <x@y.vn>', address: from }]);
  expect(read!.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
});

test('a line break in a subject, name or address adds no header and no recipient', async () => {
  await using server = await testMailServer();
  const mailer = mailerFor({ smtpUrl: server.url, from, dataDir: '/nowhere' });
  const more = '\r\nBcc: ke-xau@vidu.vn';
  await mailer.send({ ...mail, subject: mail.subject + more, fromName: `Huế${more}`, replyTo: `a@b.vn${more}`, unsubscribe: `https://hue.example/x${more}`, id: `a${more}` });
  await mailer.send({ ...mail, to: 'an@vidu.vn, ke-xau@vidu.vn' }).catch(() => {});
  expect(server.received.map(({ bcc, headers }) => [bcc, headers.has('bcc')])).toEqual([[undefined, false]]);
});

test('a mail server that is not there makes the sending fail, so that the task is tried again', async () => {
  await expect(mailerFor({ smtpUrl: 'smtp://127.0.0.1:1', from, dataDir: '/nowhere' }).send(mail)).rejects.toThrow('ECONNREFUSED');
});
