import { type Check, fault } from '../fault.ts';
import type { Declared } from './declared.ts';

const host = /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]+$/;
const wideSuffixes = new Set(['vn', 'com', 'net', 'org', 'com.vn', 'gov.vn', 'net.vn', 'org.vn', 'edu.vn', 'io', 'dev']);

export const outbound: Check<Declared> = {
  id: 'outbound',
  title: { vi: 'Máy chủ bên ngoài', en: 'Outbound hosts' },
  why: {
    vi: 'Danh sách này là hàng rào: quá rộng thì dữ liệu của tỉnh có thể đi bất cứ đâu.',
    en: "The list is a fence: too wide, and a province's data can go anywhere.",
  },
  run: ({ plugin }) =>
    plugin.outbound
      .filter((name) => !host.test(name) || (name.startsWith('*.') && wideSuffixes.has(name.slice(2))))
      .map((name) => fault('outbound', [`"${name}" không phải tên máy chủ cụ thể.`, `"${name}" is not the name of a host.`], ["Ghi tên miền, không có https:// hay cổng: 'api.example.vn' hoặc '*.example.vn'.", "Write the host without https:// or port: 'api.example.vn' or '*.example.vn'."])),
};
