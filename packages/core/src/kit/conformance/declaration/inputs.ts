import type { Check } from '../fault.ts';
import { type Declared, placeOf } from './declared.ts';
import { inputFaults } from './input-schemas.ts';

export const inputs: Check<Declared> = {
  id: 'inputs',
  title: { vi: 'Dữ liệu vào có giới hạn', en: 'Inputs have limits' },
  why: {
    vi: 'Trường lạ bị bỏ qua thì lỗi gõ lọt qua; chuỗi không giới hạn thì một yêu cầu có thể làm đầy cơ sở dữ liệu.',
    en: 'An unknown field that is ignored hides mistakes; a string without a limit lets one request fill the database.',
  },
  run: ({ plugin }) => plugin.routes.flatMap((route) => inputFaults(route, placeOf(route))),
};
