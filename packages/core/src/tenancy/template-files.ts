import { z } from 'zod';
import { latitude, longitude, textOf } from '../plugin/schemas.ts';
import { contrast } from './colour.ts';

/** Both languages of a rule that the schema language cannot express, picked by the reader of the issue. */
export const says = (vi: string, en: string) => ({ params: { vi, en } });

const slug = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/);
const communeCode = z
  .string()
  .regex(/^\d{5}$/)
  .describe('Mã cấp xã của cơ quan thống kê / commune code of the statistics office');
const text = z.strictObject({ vi: textOf(1, 200), en: textOf(1, 200) });
const point = { lat: latitude, lon: longitude };

const colour = z.string().regex(/^#[0-9a-f]{6}$/i);
const branding = z
  .strictObject({
    primary: colour,
    onPrimary: colour.describe('Chữ trên nền primary / text on primary'),
    accent: colour,
    logo: z
      .string()
      .regex(/^[a-z0-9-]+\.svg$/)
      .exactOptional()
      .describe('Tệp SVG trong thư mục này / SVG file of this folder'),
  })
  .refine(
    ({ primary, onPrimary }) => contrast(primary, onPrimary) >= 4.5,
    says('onPrimary phải tương phản với primary ít nhất 4,5', 'onPrimary must contrast with primary by 4.5 or more'),
  );

const province = {
  id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  code: z.string().regex(/^\d\d$/).describe('Mã cấp tỉnh của cơ quan thống kê / province code of the statistics office'),
  name: text,
  codePrefix: z.string().regex(/^[A-Z]{2,5}$/).describe('Đầu mã phản ánh / begins the codes of reports: HUE-26-0000123'),
  hosts: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/)).min(1),
  timezone: z.literal('Asia/Ho_Chi_Minh'),
  centre: z.strictObject(point),
  bounds: z
    .tuple([longitude, latitude, longitude, latitude])
    .refine(
      ([west, south, east, north]) => west < east && south < north,
      says('thứ tự phải là tây, nam, đông, bắc', 'the order must be west, south, east, north'),
    )
    .describe('Khung bao rộng, cả vùng biển / loose box with the sea: [west, south, east, north]'),
  hotline: z.string().regex(/^\d[\d ]{2,13}$/),
  branding,
};

const communes = z.array(
  z.strictObject({
    code: communeCode,
    name: textOf(1, 100),
    type: z.enum(['phuong', 'xa', 'dac_khu']),
    ...point,
    validFrom: z.iso.date(),
  }),
);

const agencies = z.array(
  z
    .strictObject({
      id: slug,
      name: text,
      kind: z.enum(['office', 'department', 'centre', 'police', 'utility', 'commune']),
      commune: communeCode.exactOptional(),
      parent: slug.exactOptional(),
    })
    .refine(
      ({ kind, commune }) => (kind === 'commune') === (commune !== undefined),
      says('chỉ đơn vị loại commune có mã xã, và phải có', 'agencies of kind commune name their commune, others do not'),
    ),
);

// Anything else that begins with $ would be compared as a text and silently match nothing.
const own = z.enum(['$mine.agency', '$mine.communes']);
const plain = z.union([z.string().regex(/^[^$]/), z.number(), z.boolean()]);
const condition = z.union([
  own,
  plain,
  z.strictObject({ $in: z.union([own, z.array(plain)]) }),
  z.strictObject({ $ne: z.union([own, plain]) }),
]);
const roles = z
  .array(
    z.strictObject({
      id: slug,
      title: text,
      grants: z.array(
        z.strictObject({
          permission: z.string().regex(/^[a-z0-9-]+:[a-z0-9-]+$/),
          when: z
            .record(z.string(), condition)
            .exactOptional()
            .describe('Điều kiện CASL; $mine: của chính cán bộ / the member’s own'),
        }),
      ),
      appoints: z
        .array(slug)
        .exactOptional()
        .describe('Vai trò mà người giữ vai trò này được trao, dù không giữ quyền của chúng / roles that its holders may give'),
      secondFactor: z.boolean().exactOptional().describe('Bắt buộc xác thực bước hai / asks for a second factor'),
    }),
  )
  .min(1);

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const openingPeriods = z
  .array(z.strictObject({ from: time, to: z.union([time, z.literal('24:00')]) }))
  .refine(
    (periods) => periods.every(({ from, to }, index) => from < to && (periods[index - 1]?.to ?? '00:00') <= from),
    says('các khoảng giờ phải nối tiếp nhau, không chồng lấn', 'periods must follow each other without overlap'),
  );

const modules = z.record(
  slug,
  z.strictObject({
    enabled: z.boolean(),
    settings: z.record(z.string(), z.unknown()),
    template: z.record(z.string(), z.unknown()).describe('Do phân hệ tự kiểm tra / validated by the module itself'),
  }),
);

const namedDay = { date: z.iso.date(), name: textOf(1, 100), note: textOf(1, 200).exactOptional() };
const holidayYear = z
  .strictObject({
    year: z.int(),
    provisional: z.boolean().describe('Chưa có thông báo chính thức / not officially announced yet'),
    daysOff: z.array(z.strictObject(namedDay)),
    workedDays: z.array(z.strictObject({ ...namedDay, insteadOf: z.iso.date() })),
  })
  .refine(
    ({ year, daysOff, workedDays }) => {
      const dates = [...daysOff, ...workedDays].map(({ date }) => date);
      return new Set(dates).size === dates.length && dates.every((date) => date.startsWith(`${year}-`));
    },
    says('mọi ngày phải thuộc năm này và chỉ có một lần', 'every day must be of this year and stand there once'),
  );

const file = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ $schema: z.string().exactOptional(), ...shape });

/** The files of a province template, by name without `.json`; `holidays` is shared by all provinces. */
export const templateFiles = {
  province: file(province),
  communes: file({ communes }),
  agencies: file({ agencies }),
  roles: file({ roles }),
  calendar: file({
    periods: z
      .record(z.enum(weekdays), openingPeriods)
      .refine(
        (week) => weekdays.some((day) => week[day].length > 0),
        says('phải có ít nhất một khoảng giờ làm việc', 'at least one opening period is needed'),
      ),
    holidays: z
      .string()
      .regex(/^(\.\.\/)?[a-z0-9-]+\.json$/)
      .describe('Bảng ngày nghỉ, tính từ thư mục này / holiday table, from this folder'),
  }),
  modules: file({ modules }),
  holidays: file({ years: z.array(holidayYear) }),
};
