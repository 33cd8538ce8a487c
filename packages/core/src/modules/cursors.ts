import { timingSafeEqual } from 'node:crypto';
import { keyFor, mac } from '../secrets/envelope.ts';
import type { Cursors } from '../plugin/context.ts';
import { invalid } from '../plugin/problem.ts';
import type { Province } from '../tenancy/registry.ts';

const signatureBytes = 12;

/** Keyset cursors that only this province and module can have made: nobody pages with keys of their own choosing. */
export function cursorsOf(province: Province, plugin: string): Cursors {
  const sign = (purpose: string, keys: string) =>
    mac(keyFor(province.dataKey, 'cursors'), `${plugin}|${purpose}|${keys}`).subarray(0, signatureBytes);
  return {
    seal(purpose, keys) {
      const text = JSON.stringify(keys);
      return Buffer.concat([sign(purpose, text), Buffer.from(text)]).toString('base64url');
    },
    open(purpose, cursor) {
      const bytes = Buffer.from(cursor, 'base64url');
      const text = bytes.subarray(signatureBytes).toString();
      const given = bytes.subarray(0, signatureBytes);
      if (given.length !== signatureBytes || !timingSafeEqual(given, sign(purpose, text))) {
        throw invalid('query.cursor', {
          vi: 'Con trỏ trang không thuộc danh sách này; hãy bắt đầu lại từ trang đầu.',
          en: 'This cursor does not belong to this list; start again from its first page.',
        });
      }
      return JSON.parse(text) as (string | number)[];
    },
  };
}
