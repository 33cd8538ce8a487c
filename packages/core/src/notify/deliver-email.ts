import type { ChannelState } from './channels.ts';
import { composeMail } from './compose-message.ts';
import { withoutAddresses } from './mask.ts';
import type { Outcome, Outgoing, Place } from './outgoing.ts';

export async function deliverEmail({ kernel, province }: Place, { config }: ChannelState, out: Outgoing, to: string): Promise<Outcome> {
  const { name } = province.tenant;
  try {
    await kernel.mailer.send({
      ...(await composeMail(out, name)),
      to,
      subject: out.subject,
      province: province.id,
      id: out.id,
      fromName: config.fromName ?? name.vi,
      replyTo: config.replyTo,
      unsubscribe: out.unsubscribe,
    });
    return { sent: true };
  } catch (error) {
    return refusedBy(error);
  }
}

/** 4xx of SMTP asks to come back; 5xx is final, and of the recipient it says that the address is not one. */
function refusedBy(error: unknown): Outcome {
  const { responseCode, code, command, message = '' } = error as { responseCode?: number; code?: string; command?: string; message?: string };
  if (responseCode === undefined) return { sent: false, reason: code ?? withoutAddresses(message), next: 'again' };
  const next = responseCode < 500 ? 'again' : command === 'RCPT TO' ? 'gone' : 'never';
  return { sent: false, reason: `smtp-${responseCode}`, next };
}
