import { refuseStaff } from '../identity/handing-out.ts';
import type { Kernel } from '../kernel.ts';
import type { Actor } from '../plugin/context.ts';
import { Problem } from '../plugin/problem.ts';
import type { Province } from '../tenancy/registry.ts';
import { contextOf, holdersOf, missingHolders } from './holders.ts';
import { tombstoneOf } from './tombstone.ts';

/**
 * Erases an account and all that the modules hold about it: rows, files and their bytes, sessions, what nodes remember.
 * The account itself goes last, so that a run that broke off is finished by the next. The event log stays whole: it has
 * the account's id, which from then on leads to nobody. `actor` is whom it names for the erasure; default: the system.
 *
 * @throws Problem 409 `staff-account` while the account holds rights; `module-not-installed` while a module that left data here cannot be asked; the others have erased theirs
 */
export async function eraseAccount(kernel: Kernel, province: Province, account: string, actor?: Actor): Promise<void> {
  const { registry, pools, coreModule } = kernel;
  await pools.use(province, async (database) => {
    await refuseStaff(database.db, account);
    for (const { plugin, held } of holdersOf(kernel, province)) {
      if (plugin === coreModule) {
        requireAll(missingHolders(kernel, province));
        // Outside of the province first: a tombstone too many is harmless, one too few brings somebody back.
        const row = { province: province.id, subject: tombstoneOf(account), erased_at: kernel.now() };
        await registry.db.insertInto('registry.tombstones').values(row).onConflict((oc) => oc.doNothing()).execute();
      }
      const ctx = await contextOf(kernel, province, database, plugin, plugin === coreModule ? actor : undefined);
      await kernel.watch.run({ province, plugin, operation: 'personal data: erase' }, () => held.eraseFor(ctx, account));
    }
  });
  registry.bus.send({ topic: 'access', province: province.id });
}

function requireAll(missing: readonly string[]): void {
  if (missing.length === 0) return;
  const names = missing.join(', ');
  throw new Problem(
    409,
    'module-not-installed',
    { vi: `Phân hệ ${names} có dữ liệu ở tỉnh này nhưng không được cài.`, en: `The module ${names} has data in this province and is not installed.` },
    { detail: { vi: 'Cài lại phân hệ rồi xóa tiếp; phần còn lại đã xóa xong.', en: 'Install it again and repeat; everything else has been erased.' } },
  );
}
