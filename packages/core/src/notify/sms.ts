import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { timeOrderedId } from '../database/time-ordered-id.ts';
import type { Kernel } from '../kernel.ts';
import { channelOf, channelSecrets } from './channels.ts';
import { deliverHttp } from './deliver-http.ts';

export interface Sms {
  /** E.164. */
  readonly to: string;
  readonly text: string;
  readonly province: string;
}

/** Sends one message, or throws: then the task that sent it is tried again. */
export interface SmsSender {
  send(sms: Sms): Promise<void>;
}

/** Through the province's own gateway where it has set one up. */
export function provinceSms(kernel: () => Kernel, otherwise: SmsSender): SmsSender {
  return {
    async send(sms) {
      const province = kernel().registry.byId(sms.province)!;
      await kernel().pools.use(province, async ({ db }) => {
        const { driver } = (await channelOf(db, 'sms')).config;
        if (driver === undefined) return otherwise.send(sms);
        const out = { id: randomUUID(), kind: 'core/sign-in-code', subject: '', text: sms.text, data: {}, link: null, unsubscribe: null, language: 'vi' } as const;
        const outcome = await deliverHttp({ kernel: kernel() }, driver, await channelSecrets(db, province, 'sms'), out, sms.to);
        if (!outcome.sent) throw new Error(`The gateway for text messages did not take one: ${outcome.reason}`);
      });
    },
  };
}

/** Writes each message to `outbox-sms/<id>.txt` under the data folder: number, empty line, text. */
export function fileSms(dataDir: string): SmsSender {
  const folder = join(dataDir, 'outbox-sms');
  return {
    async send({ to, text }) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(join(folder, `${timeOrderedId()}.txt`), `${to}\n\n${text}\n`, { mode: 0o600 });
    },
  };
}
