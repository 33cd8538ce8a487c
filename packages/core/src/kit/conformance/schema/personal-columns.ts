import type { Column, Relation } from '../../read-schema.ts';
import { type Check, fault } from '../fault.ts';
import { bareAddress, personalName } from '../personal-name.ts';
import type { Migrated } from './migrated.ts';

export const personalColumns: Check<Migrated> = {
  id: 'personal-columns',
  title: { vi: 'Cột dữ liệu cá nhân', en: 'Personal columns' },
  why: {
    vi: 'Cột không khai báo thì sổ đăng ký, bản xuất và việc xóa theo yêu cầu của công dân đều bỏ sót.',
    en: "A column that is not declared is missing from the register, the export and a citizen's erasure.",
  },
  run({ plugin: { personalData }, schema }) {
    const declared = 'none' in personalData ? {} : personalData.fields;
    const notPersonal = personalData.notPersonal ?? {};
    const columns = schema.relations.filter(({ query }) => query === null).flatMap((table) => table.columns.map(({ name }) => `${table.name}.${name}`));
    return [
      ...suspects(schema.relations, declared, notPersonal).map((column) =>
        fault(column, ['Tên cột gợi ý dữ liệu cá nhân mà không khai báo.', 'The column is called as personal data is, and not declared.'], ["Thêm vào personalData.fields; nếu không phải, personalData.notPersonal: { 'bang.cot': 'lý do' }.", "Add it to personalData.fields; if it is not, personalData.notPersonal: { 'table.column': 'reason' }."]),
      ),
      ...[...Object.keys(declared), ...Object.keys(notPersonal)]
        .filter((column) => !columns.includes(column))
        .map((column) => fault(`personalData ${column}`, ['Cột này không có trong lược đồ.', 'There is no such column in the schema.'], ["Sửa tên: 'bang.cot'.", "Mend the name: 'table.column'."])),
    ];
  },
};

/** Columns that are called as personal data is and stand neither here nor there. */
function suspects(relations: readonly Relation[], declared: object, notPersonal: object): string[] {
  return relations
    .filter(({ query }) => query === null)
    .flatMap(({ name: table, columns }) => {
      const isTheirs = (column: string) => Object.hasOwn(declared, column);
      const isSaid = (column: string) => isTheirs(column) || Object.hasOwn(notPersonal, column);
      const aboutPeople = columns.some((column) => {
        const full = `${table}.${column.name}`;
        // A thing has an address too: that it is somebody's shows in the columns beside it, or is declared.
        return isPersonal(column) && (isTheirs(full) || !(isSaid(full) || bareAddress(column.name)));
      });
      return columns
        .filter((column) => column.type === 'inet' || isPersonal(column) || (aboutPeople && saysWhoOrWhere(column)))
        .map(({ name }) => `${table}.${name}`)
        .filter((column) => !isSaid(column));
    });
}

const isPersonal = ({ name, type }: Column): boolean => personalName(name) && isText(type);

/** The name of a thing or the place of a thing is nobody's; beside somebody's phone it is theirs. */
const saysWhoOrWhere = ({ name, type }: Column): boolean => (name === 'name' && isText(type)) || ['lat', 'lon', 'latitude', 'longitude'].includes(name);

const isText = (type: string): boolean => /^(text|character|varchar|uuid|date|jsonb?)/.test(type);
