import { Problem } from '@tinhthong/core';
import type { ReportContext } from '../module.ts';
import type { Given, Open311Request } from './parameters.ts';
import { unknown } from './refusals.ts';
import type { Value } from './resources.ts';

const purpose = 'open311 token';

/** Stands for a report towards whoever sent it; made of its code and signed, so that nothing is stored and none can be guessed. */
export function tokenOf(ctx: ReportContext, code: string): string {
  return ctx.cursors.seal(purpose, [code]);
}

/** `GET tokens/{token}`: which request it stands for. */
export async function readToken(c: Open311Request, _given: Given, token: string): Promise<Value> {
  return [{ service_request_id: codeOf(c.get('ctx'), token), token }];
}

function codeOf(ctx: ReportContext, token: string): string {
  try {
    return String(ctx.cursors.open(purpose, token)[0]);
  } catch (error) {
    if (error instanceof Problem) throw unknown({ vi: 'token này', en: 'This token' });
    throw error;
  }
}
