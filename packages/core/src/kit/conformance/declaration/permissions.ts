import { type Check, fault } from '../fault.ts';
import { type Declared, permissionsInUse } from './declared.ts';

export const permissions: Check<Declared> = {
  id: 'permissions',
  title: { vi: 'Quyền khai báo và quyền dùng khớp nhau', en: 'Permissions declared and used' },
  why: {
    vi: 'Quản trị viên cấp quyền theo danh sách khai báo: quyền thừa gây hiểu lầm, quyền thiếu thì không ai vào được.',
    en: 'Administrators grant what is declared: one too many misleads them, one too few lets nobody in.',
  },
  run({ plugin, source }) {
    const used = permissionsInUse(plugin);
    const undeclared = [...used].filter(([name, places]) => !Object.hasOwn(plugin.permissions, name) && !places.every((place) => place.startsWith('routes ')));
    const inSources = (name: string) => source?.files.some(({ text }) => new RegExp(`(can|canEverywhere|authorize|allowed)\\(\\s*['"]${name}['"]`).test(text));
    const unused = Object.keys(plugin.permissions).filter((name) => !used.has(name) && !inSources(name));
    return [
      ...undeclared.map(([name, places]) => fault(places.join(', '), [`Quyền "${name}" chưa khai báo.`, `The permission "${name}" is not declared.`], ['Thêm vào permissions với tên Việt và Anh.', 'Add it to permissions with its Vietnamese and English title.'])),
      ...unused.map((name) => fault(`permissions.${name}`, ['Không chỗ nào dùng quyền này.', 'Nothing uses this permission.'], ['Bỏ đi, hoặc gác một tuyến bằng nó.', 'Remove it, or guard a route with it.'])),
    ];
  },
};
