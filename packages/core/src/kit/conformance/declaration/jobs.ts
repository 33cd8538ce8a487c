import { CronExpressionParser } from 'cron-parser';
import { type Check, fault, type Fault } from '../fault.ts';
import type { Declared } from './declared.ts';

const longestSeconds = 3_600;

export const jobs: Check<Declared> = {
  id: 'jobs',
  title: { vi: 'Việc nền', en: 'Jobs' },
  why: {
    vi: 'Việc không giới hạn thời gian có thể giữ chỗ của các tỉnh khác mãi mãi.',
    en: 'A job without a time limit can keep the place of other provinces for ever.',
  },
  run: ({ plugin }) =>
    Object.entries(plugin.jobs).flatMap(([name, { timeoutSeconds, run, runAll, attempts, cron }]) => {
      const where = `jobs.${name}`;
      const faults: Fault[] = [];
      if (!(timeoutSeconds > 0 && timeoutSeconds <= longestSeconds)) {
        faults.push(fault(where, [`timeoutSeconds: ${timeoutSeconds} không hợp lệ.`, `timeoutSeconds: ${timeoutSeconds} is no limit.`], [`Ghi từ 1 đến ${longestSeconds} giây.`, `Write 1 to ${longestSeconds} seconds.`]));
      }
      if ((run === undefined) === (runAll === undefined)) faults.push(fault(where, ['Cần đúng một trong run và runAll.', 'It needs exactly one of run and runAll.'], ['Viết một hàm xử lý.', 'Write one handler.']));
      if (attempts !== undefined && !(Number.isInteger(attempts) && attempts >= 1)) faults.push(fault(where, ['attempts phải là số nguyên từ 1.', 'attempts must be a whole number from 1.'], ['Sửa hoặc bỏ (mặc định 8).', 'Mend or remove it (8 by default).']));
      if (cron !== undefined && !isCron(cron)) faults.push(fault(where, [`"${cron}" không phải lịch năm trường.`, `"${cron}" is not a schedule of five fields.`], ["Ví dụ '*/10 * * * *', giờ Việt Nam.", "For example '*/10 * * * *', Vietnam's time."]));
      return faults;
    }),
};

function isCron(cron: string): boolean {
  try {
    CronExpressionParser.parse(cron);
    return cron.trim().split(/\s+/).length === 5;
  } catch {
    return false;
  }
}
