import type { Command } from 'commander';
import { examineBackups } from '../tenancy/doctor/examine-backups.ts';
import { examineNode } from '../tenancy/doctor/examine-node.ts';
import { examineProvinces } from '../tenancy/doctor/examine-provinces.ts';
import { examineServers } from '../tenancy/doctor/examine-servers.ts';
import { asks, type Finding, reasonOf } from '../tenancy/doctor/finding.ts';
import { withKernel } from './deployment.ts';

const marks = { ok: '✓', warning: '!', error: '✗' } as const;

/** `tinhthong doctor`. Exit codes: 0 all is well or only warnings, 1 something is wrong. */
export function doctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('Khám hệ thống: thiếu gì, sai gì, phải làm gì / what is missing or wrong, and what to do')
    .option('--json', 'cho máy đọc / for machines')
    .action(async ({ json }: { json?: true }) => {
      const findings = await examine();
      if (json) console.log(JSON.stringify(findings, null, 2));
      else for (const finding of findings) say(finding);
      if (findings.some(({ level }) => level === 'error')) process.exitCode = 1;
    });
}

async function examine(): Promise<Finding[]> {
  try {
    return await withKernel(async (kernel, { settings }) => [
      ...(await examineNode(kernel, settings)),
      ...(await examineServers(kernel)),
      ...(await examineProvinces(kernel)),
      ...(await examineBackups(kernel)),
    ]);
  } catch (error) {
    // Without the control database, or with the wrong master key, there is nothing else to look at.
    const reason = reasonOf(error);
    return [
      asks(
        'error',
        'start',
        { vi: `Hệ thống không khởi động được: ${reason}`, en: `The system cannot start: ${reason}` },
        { vi: 'Xem DATABASE_URL, MASTER_KEY_FILE và tinhthong.config.ts.', en: 'See DATABASE_URL, MASTER_KEY_FILE and tinhthong.config.ts.' },
      ),
    ];
  }
}

function say({ level, province, says, advice }: Finding): void {
  console.log(`${marks[level]} ${province === undefined ? '' : `${province}: `}${says.vi}${says.en === says.vi ? '' : ` / ${says.en}`}`);
  if (advice !== undefined) console.log(`    → ${advice.vi}${advice.en === advice.vi ? '' : ` / ${advice.en}`}`);
}
