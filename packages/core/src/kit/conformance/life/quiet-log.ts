import { type Check, fault } from '../fault.ts';
import type { Life } from './life.ts';
import { contactsOf } from './samples.ts';

export const quietLog: Check<Life> = {
  id: 'log',
  title: { vi: 'Nhật ký không có dữ liệu cá nhân', en: 'Nothing personal in the log' },
  why: {
    vi: 'Nhật ký giữ 12 tháng, chép đi nhiều nơi và không ai xóa được một người khỏi đó.',
    en: 'Logs are kept for 12 months and copied about, and nobody can be erased from them.',
  },
  run({ world, plugin, hue, dakLak }) {
    const marks = [hue, dakLak].flatMap(({ caller: { marks } }) => [marks.name, ...contactsOf(marks)]);
    const told = world.logged.filter((line) => marks.some((mark) => JSON.stringify(line).includes(mark)));
    return [...new Set(told.map(({ msg, operation }) => `${String(operation ?? plugin.id)}: ${String(msg)}`))].map((line) =>
      fault(line.split(': ')[0]!, [`Dòng nhật ký có tên, số điện thoại hay e-mail: ${line}`, `A log line holds a name, phone or e-mail: ${line}`], ['Ghi mã, đừng ghi dữ liệu của người.', "Log ids, not people's data."]),
    );
  },
};
