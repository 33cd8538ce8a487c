import type { Kernel } from '../kernel.ts';
import { Problem } from '../plugin/problem.ts';
import type { Manifest } from './bundle-format.ts';
import { unwrapKeys } from './bundle-keys.ts';

/**
 * The keys of a bundle: by its passphrase, asked for only where it has one, or from this deployment's registry.
 *
 * @throws Problem 422 where neither opens it
 */
export function deploymentKeys({ registry }: Kernel, passphrase?: () => Promise<string>) {
  return async ({ key, province }: Manifest): Promise<readonly Buffer[]> => {
    if (key.by === 'passphrase') {
      if (passphrase === undefined) {
        throw new Problem(422, 'passphrase-needed', {
          vi: 'Gói này cần mật khẩu.',
          en: 'The bundle needs its passphrase.',
        });
      }
      return unwrapKeys(key, await passphrase());
    }
    const known = province === null ? undefined : registry.byId(province.id);
    if (known === undefined) {
      throw new Problem(422, 'bundle-key-gone', {
        vi: 'Khóa của bản sao lưu này không còn ở đây: tỉnh đã bị xóa, hoặc gói của một hệ thống khác.',
        en: 'The key of this backup is not here: the province was removed, or the bundle is of another deployment.',
      });
    }
    return known.dataKeys;
  };
}
