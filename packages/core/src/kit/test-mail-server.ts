import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface TestMailServer extends AsyncDisposable {
  /** `smtp://127.0.0.1:<port>` */
  readonly url: string;
  readonly received: ParsedMail[];
  /** Answers a recipient with this SMTP code from now on; 0 takes everybody. */
  refuse(code: number): void;
  /** What happens after the server has a mail, and before it says so. */
  meanwhile: () => Promise<void>;
}

/** A real mail server on loopback. */
export async function testMailServer(): Promise<TestMailServer> {
  const received: ParsedMail[] = [];
  let refused = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => done(refused === 0 ? null : Object.assign(new Error(`${address} is refused`), { responseCode: refused })),
    onData: (stream, _session, answer) =>
      void simpleParser(stream)
        .then((mail) => void received.push(mail))
        .then(() => made.meanwhile())
        .then(() => answer()),
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const made: TestMailServer = {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    received,
    refuse: (code) => void (refused = code),
    meanwhile: async () => {},
    [Symbol.asyncDispose]: () => new Promise((closed) => server.close(() => closed())),
  };
  return made;
}
