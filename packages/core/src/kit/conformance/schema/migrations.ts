import { isDeepStrictEqual } from 'node:util';
import { type Check, fault } from '../fault.ts';
import type { Migrated } from './migrated.ts';

export const migrations: Check<Migrated> = {
  id: 'migrations',
  title: { vi: 'Nâng cấp lược đồ từ đầu, và lần nữa', en: 'Migrations from nothing, and again' },
  why: {
    vi: 'Mỗi tỉnh chạy các bước này lúc bật phân hệ và mỗi lần nâng cấp; chạy lại phải không đổi gì.',
    en: 'Every province runs them when it switches the module on and at every upgrade; a second run must change nothing.',
  },
  run: ({ schema, again, strays }) => [
    ...(isDeepStrictEqual(schema, again) ? [] : [fault('migrations', ['Chạy lần thứ hai làm lược đồ đổi.', 'A second run changes the schema.'], ['Mỗi bước chỉ làm một lần; đừng phụ thuộc giờ hay ngẫu nhiên.', 'A migration does its work once; let nothing depend on time or chance.'])]),
    ...strays.map((name) => fault('migrations', [`Tạo "${name}" ngoài lược đồ của phân hệ.`, `"${name}" is made outside the plugin's schema.`], ['Ghi rõ lược đồ của mình trước mọi tên bảng.', 'Write your own schema before every table.'])),
  ],
};
