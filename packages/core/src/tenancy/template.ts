import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type FieldError, Problem } from '../plugin/problem.ts';
import { says, templateFiles, weekdays } from './template-files.ts';

/** What `loadTemplate` makes of a folder; the rules here are those that cross its files. */
export const provinceTemplate = z
  .strictObject({
    ...templateFiles.province.shape,
    ...templateFiles.communes.shape,
    ...templateFiles.agencies.shape,
    ...templateFiles.roles.shape,
    ...templateFiles.modules.shape,
    calendar: z.strictObject({
      /** Weekday 1 is Monday, 7 is Sunday. */
      periods: z.array(z.strictObject({ weekday: z.int().min(1).max(7), from: z.string(), to: z.string() })),
      specialDays: z.array(
        z.strictObject({ day: z.iso.date(), name: z.string(), worked: z.boolean(), provisional: z.boolean() }),
      ),
    }),
  })
  .omit({ $schema: true })
  .superRefine(({ bounds: [west, south, east, north], communes, agencies, roles }, context) => {
    const fault = (path: (string | number)[], vi: string, en: string) =>
      context.addIssue({ code: 'custom', path, ...says(vi, en) });
    const once = (list: string, key: string, values: readonly string[]) => {
      for (const [index, value] of values.entries()) {
        if (values.indexOf(value) < index) fault([list, index, key], `"${value}" bị trùng`, `"${value}" appears twice`);
      }
    };
    const codes = communes.map(({ code }) => code);
    const ids = agencies.map(({ id }) => id);
    once('communes', 'code', codes);
    once('agencies', 'id', ids);
    once('roles', 'id', roles.map(({ id }) => id));
    for (const [index, { lat, lon }] of communes.entries()) {
      if (lon < west || lon > east || lat < south || lat > north) {
        fault(['communes', index], 'nằm ngoài khung bao của tỉnh', 'lies outside the bounds of the province');
      }
    }
    for (const [index, { commune, parent }] of agencies.entries()) {
      if (commune !== undefined && !codes.includes(commune)) {
        fault(['agencies', index, 'commune'], `không có xã "${commune}"`, `there is no commune "${commune}"`);
      }
      if (parent !== undefined && !ids.includes(parent)) {
        fault(['agencies', index, 'parent'], `không có đơn vị "${parent}"`, `there is no agency "${parent}"`);
      }
    }
  });

export type ProvinceTemplate = z.output<typeof provinceTemplate>;

/**
 * Reads a template folder: `province.json`, `communes.json`, `agencies.json`, `roles.json`, `modules.json` and
 * `calendar.json` with the holiday table that it names.
 *
 * @throws Problem `invalid-template`: its errors (and its detail, a line each) name file, place and reason.
 */
export async function loadTemplate(folder: string): Promise<ProvinceTemplate> {
  const read = <Schema extends z.ZodType>(file: string, schema: Schema) => readChecked(folder, file, schema);
  const { $schema: _, ...parts } = {
    ...(await read('province.json', templateFiles.province)),
    ...(await read('communes.json', templateFiles.communes)),
    ...(await read('agencies.json', templateFiles.agencies)),
    ...(await read('roles.json', templateFiles.roles)),
    ...(await read('modules.json', templateFiles.modules)),
  };
  const { periods, holidays } = await read('calendar.json', templateFiles.calendar);
  const { years } = await read(holidays, templateFiles.holidays);
  const calendar = {
    periods: weekdays.flatMap((name, index) => periods[name].map((period) => ({ weekday: index + 1, ...period }))),
    specialDays: years.flatMap(({ provisional, daysOff, workedDays }) => [
      ...daysOff.map(({ date, name }) => ({ day: date, name, worked: false, provisional })),
      ...workedDays.map(({ date, name }) => ({ day: date, name, worked: true, provisional })),
    ]),
  };
  return check(folder, provinceTemplate, { ...parts, calendar }, (path) => `${String(path[0])}.json`);
}

/** JSON Schema of each file of a template, by name without `.json`, so that an editor completes it. */
export function templateJsonSchema(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(templateFiles).map(([name, schema]) => [
      name,
      z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }),
    ]),
  );
}

async function readChecked<Schema extends z.ZodType>(folder: string, file: string, schema: Schema): Promise<z.output<Schema>> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(join(folder, file), 'utf8'));
  } catch (cause) {
    const reason = (cause as Error).message;
    throw invalidTemplate(folder, [
      { path: file, message: { vi: `không đọc được tệp JSON này: ${reason}`, en: `cannot read this JSON file: ${reason}` } },
    ]);
  }
  return check(folder, schema, content, () => file);
}

function check<Schema extends z.ZodType>(
  folder: string,
  schema: Schema,
  value: unknown,
  fileOf: (path: readonly PropertyKey[]) => string,
): z.output<Schema> {
  const parsed = schema.safeParse(value, { error: messagesIn('vi') });
  if (parsed.success) return parsed.data;
  const english = schema.safeParse(value, { error: messagesIn('en') }).error?.issues;
  const errors = parsed.error.issues.map(({ path, message }, index) => ({
    path: [fileOf(path), z.core.toDotPath(path)].filter(Boolean).join(': '),
    message: { vi: message, en: english?.[index]?.message ?? message },
  }));
  throw invalidTemplate(folder, errors);
}

function messagesIn(language: 'vi' | 'en'): z.core.$ZodErrorMap {
  const { localeError } = z.locales[language]();
  return (issue) => (issue.code === 'custom' ? issue.params?.[language] : localeError(issue));
}

function invalidTemplate(folder: string, errors: readonly FieldError[]): Problem {
  const lines = (language: 'vi' | 'en') => errors.map(({ path, message }) => `${path}: ${message[language]}`).join('\n');
  return new Problem(
    422,
    'invalid-template',
    { vi: `Mẫu tỉnh "${folder}" chưa hợp lệ.`, en: `The province template "${folder}" is not valid.` },
    { detail: { vi: lines('vi'), en: lines('en') }, errors },
  );
}
