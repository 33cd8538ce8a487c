import { Problem } from '@tinhthong/core';
import type { ReportContext } from '../module.ts';

/** The secrets in force, an old one beside the new while a gateway is changed over. @throws Problem 404 where the province takes no messages in */
export async function intakeSecrets(ctx: ReportContext): Promise<readonly string[]> {
  const secrets = (await ctx.secrets.get('intake'))?.split(/\s+/).filter((secret) => secret !== '') ?? [];
  if (secrets.length > 0) return secrets;
  throw new Problem(404, 'intake-off', { vi: 'Tỉnh chưa đặt khóa để nhận tin và thư gửi đến.', en: 'The province has set no secret for incoming messages and letters.' });
}
