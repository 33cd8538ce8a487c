import { type Check, fault, type Fault } from '../fault.ts';
import type { Migrated } from './migrated.ts';

export const subjects: Check<Migrated> = {
  id: 'subjects',
  title: { vi: 'Đối tượng của quyền', en: 'Subjects of permissions' },
  why: {
    vi: 'Điều kiện của vai trò ("đơn vị của tôi") trở thành SQL trên các cột này; cột sai thì danh sách lỗi.',
    en: 'Conditions of roles ("my agency") become SQL on these columns; a wrong one breaks the lists.',
  },
  run({ plugin: { subjects: declared, permissions }, schema }) {
    const columns = new Set(schema.relations.flatMap((relation) => relation.columns.map(({ name }) => name)));
    const resources = new Set(Object.keys(permissions).map((name) => name.split(':')[0]));
    return Object.entries(declared).flatMap(([subject, { columns: fields }]): Fault[] => [
      ...(resources.has(subject) ? [] : [fault(`subjects.${subject}`, ['Không quyền nào nói về đối tượng này.', 'No permission is about this subject.'], ['Tên đối tượng là phần trước dấu hai chấm của quyền.', 'The subject is what stands before the colon of a permission.'])]),
      ...Object.entries(fields)
        .filter(([, column]) => !columns.has(column.split('.').at(-1)!))
        .map(([field, column]) => fault(`subjects.${subject}.columns.${field}`, [`Không bảng nào có cột "${column}".`, `No table has a column "${column}".`], ['Ghi tên cột thật.', 'Write the name of a column.'])),
    ]);
  },
};
