import { backupAges } from '../../bundles/made-bundles.ts';
import type { OpenKernel } from '../../create-kernel.ts';
import { asks, fine, type Finding } from './finding.ts';

const hourMs = 3_600_000;
/** A nightly backup that took its time. */
const backupHours = 26;
const drillDays = 31;

/** How old the backups of the provinces are, and whether one of each was ever restored on trial. */
export async function examineBackups(kernel: OpenKernel): Promise<Finding[]> {
  const now = kernel.now().getTime();
  const hoursSince = (at: Date | null) => (at === null ? Infinity : (now - at.getTime()) / hourMs);
  const real = new Set(kernel.registry.provinces().filter(({ state, demo }) => state !== 'creating' && !demo).map(({ id }) => id));
  const ages = (await backupAges(kernel)).filter(({ province }) => real.has(province));
  const findings = ages.flatMap(({ province, madeAt, drilledAt }) => {
    if (hoursSince(madeAt) > backupHours) {
      const last = madeAt?.toISOString() ?? '–';
      return [asks('warning', 'backup', { vi: `Bản sao lưu gần nhất: ${last}`, en: `Its last backup: ${last}` }, { vi: 'tinhthong backup make <thư mục>, mỗi đêm', en: 'tinhthong backup make <folder>, every night' }, province)];
    }
    if (hoursSince(drilledAt) > drillDays * 24) {
      const last = drilledAt?.toISOString() ?? '–';
      return [asks('warning', 'backup', { vi: `Lần khôi phục thử gần nhất: ${last}`, en: `Its last restore on trial: ${last}` }, { vi: 'tinhthong backup drill <thư mục>, mỗi tháng', en: 'tinhthong backup drill <folder>, every month' }, province)];
    }
    return [];
  });
  return findings.length > 0 ? findings : [fine('backup', 'Bản sao lưu còn mới và đã khôi phục thử', 'backups are recent and were restored on trial')];
}
