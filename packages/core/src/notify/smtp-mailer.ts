import nodemailer from 'nodemailer';
import { asSent, type Mailer } from './mailer.ts';

const timeoutMs = 15_000;

/** `smtps://user:password@host:465`, or `smtp://…`, which goes over to TLS where the server offers it. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = nodemailer.createTransport({ url, connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs });
  return {
    async send(mail) {
      await transport.sendMail(asSent(mail, from));
    },
  };
}
