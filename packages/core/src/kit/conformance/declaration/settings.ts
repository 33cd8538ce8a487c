import { type Check, fault } from '../fault.ts';
import type { Declared } from './declared.ts';
import { inputSchema } from './input-schemas.ts';

export const settings: Check<Declared> = {
  id: 'settings',
  title: { vi: 'Cài đặt đầy đủ mặc định', en: 'Settings are complete by default' },
  why: {
    vi: 'Tỉnh bật phân hệ bằng một nút; cài đặt không có mặc định làm việc bật thất bại.',
    en: 'A province switches a module on with one press; a setting without a default makes that fail.',
  },
  run({ plugin: { settings: schema } }) {
    const parsed = schema.safeParse({});
    const described = inputSchema(schema);
    return [
      ...(parsed.error?.issues ?? []).map(({ path, message }) => fault(`settings.${path.join('.')}`, [`Không có mặc định: ${message}`, `It has no default: ${message}`], ['Thêm .default(…) hoặc .optional().', 'Add .default(…) or .optional().'])),
      ...(described.additionalProperties === false ? [] : [fault('settings', ['Cài đặt gõ sai tên vẫn được nhận.', 'A setting whose name is mistyped is taken.'], ['Dùng z.strictObject.', 'Use z.strictObject.'])]),
      ...Object.entries(described.properties ?? {})
        .filter(([, property]) => typeof property === 'object' && property.title === undefined && property.description === undefined)
        .map(([name]) => fault(`settings.${name}`, ['Ô nhập trên bàn điều hành sẽ không có tên.', 'Its field on the console will have no label.'], ['Thêm .meta({ title, description }).', 'Add .meta({ title, description }).'])),
    ];
  },
};
