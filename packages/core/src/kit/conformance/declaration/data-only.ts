import { Hono } from 'hono';
import { z } from 'zod';
import type { Plugin } from '../../../plugin/plugin.ts';
import { type Check, fault, type Fault } from '../fault.ts';
import type { Declared } from './declared.ts';

const parts = {
  id: true, version: true, core: true, needs: true, title: true, summary: true, migrations: true, permissions: true, settings: true, secrets: true, template: true,
  events: true, jobs: true, messages: true, addressOf: true, onUnsubscribe: true, projections: true, connectors: true, metrics: true, layers: true, functions: true, home: true, built: true, widgets: true, screens: true,
  wallTiles: true, search: true, subjects: true, personalData: true, outbound: true, mounts: true, commands: true, documents: true, demo: true, ui: true, routes: true, onEnable: true,
} satisfies Record<keyof Plugin, true>;

/** The only places where a declaration holds code that a context is given to. */
const handlers = [
  /^jobs\.[^.]+\.(run|runAll)$/, /^projections\.[^.]+\.apply$/, /^connectors\.[^.]+$/, /^metrics\..+\.compute$/,
  /^layers\.[^.]+\.features$/, /^addressOf$/, /^onUnsubscribe$/, /^home$/, /^search\.find$/, /^personalData\.(exportFor|filesOf|eraseFor|retentionRules\.[^.]+\.apply)$/, /^commands\.[^.]+$/, /^documents$/, /^demo$/, /^onEnable$/, /^routes\.\d+\.handle$/,
];

export const isHandler = (path: string): boolean => handlers.some((handler) => handler.test(path));

export const dataOnly: Check<Declared> = {
  id: 'data',
  title: { vi: 'Khai báo chỉ là dữ liệu', en: 'The declaration is data' },
  why: {
    vi: 'Danh sách, trang phân quyền, sổ dữ liệu cá nhân và kế hoạch nâng cấp đọc khai báo mà không chạy phân hệ.',
    en: 'Lists, permission pages, the privacy register and upgrade plans read the declaration without running the module.',
  },
  run: ({ plugin }) => [...unknownParts(plugin), ...notData(plugin, '')],
};

function unknownParts(plugin: Plugin): Fault[] {
  return Object.keys(plugin)
    .filter((key) => !Object.hasOwn(parts, key))
    .map((key) =>
      fault(key, [`Hợp đồng không có phần "${key}".`, `The contract has no part called "${key}".`], ['Xem các phần của definePlugin; có thể là lỗi gõ.', 'See the parts of definePlugin; it may be a typing error.']),
    );
}

function* notData(value: unknown, path: string): Generator<Fault> {
  if (value instanceof z.ZodType) yield* schemaFaults(value, path);
  else if (typeof value === 'function') {
    if (!isHandler(path) && !/^migrations\.[^.]+\.up$/.test(path)) {
      yield fault(path, ['Ở đây có mã chạy được; khai báo chỉ nhận mã ở các hàm xử lý đã định.', 'There is code here; a declaration takes code only as its named handlers.'], ['Tính trước và ghi giá trị.', 'Compute it beforehand and write the value.']);
    }
  } else if (typeof value === 'object' && value !== null) {
    if (value instanceof Hono || value instanceof URL) return;
    const prototype: unknown = Object.getPrototypeOf(value);
    if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) {
      yield fault(path, [`Giá trị thuộc lớp ${value.constructor.name}, không ghi được thành JSON.`, `A ${value.constructor.name} cannot be written as JSON.`], ['Dùng chuỗi, số, mảng và đối tượng thường.', 'Use strings, numbers, arrays and plain objects.']);
      return;
    }
    for (const [key, { get, value: child }] of Object.entries(Object.getOwnPropertyDescriptors(value)) as [string, PropertyDescriptor][]) {
      if (Array.isArray(value) && key === 'length') continue;
      const place = path === '' ? key : `${path}.${key}`;
      // A module's exports are data, even where a test runner hands them out through getters.
      if (Object.prototype.toString.call(value) === '[object Module]') yield* notData((value as Record<string, unknown>)[key], place);
      else if (get !== undefined) yield fault(place, ['Đọc giá trị này sẽ chạy mã (getter).', 'Reading this runs code: it is a getter.'], ['Ghi giá trị cố định.', 'Write a fixed value.']);
      else yield* notData(child, place);
    }
  } else if (typeof value === 'bigint' || typeof value === 'symbol' || (typeof value === 'number' && !Number.isFinite(value))) {
    yield fault(path, [`${String(value)} không ghi được thành JSON.`, `${String(value)} cannot be written as JSON.`], ['Dùng số hữu hạn hoặc chuỗi.', 'Use a finite number or a string.']);
  }
}

function* schemaFaults(schema: z.ZodType, path: string): Generator<Fault> {
  try {
    z.toJSONSchema(schema, { io: 'input' });
  } catch (error) {
    yield fault(path, [`Lược đồ này không ghi được thành JSON Schema: ${(error as Error).message}`, `This schema cannot be written as JSON Schema: ${(error as Error).message}`], ['Dùng kiểu có dạng JSON, hoặc thêm .meta({ type: … }).', 'Use types that JSON has, or add .meta({ type: … }).']);
  }
}
