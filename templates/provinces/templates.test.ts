import { access, readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { coreModule } from '../../packages/core/src/core-module/core-module.ts';
import { workingCalendar } from '../../packages/core/src/organisation/working-calendar.ts';
import { loadTemplate, templateJsonSchema } from '../../packages/core/src/tenancy/template.ts';
import { fieldReports as fieldReportsPlugin } from '../../packages/plugins/field-reports/src/plugin.ts';

interface FieldReports {
  readonly categories: readonly { readonly code: string; readonly public: boolean; readonly flow: string }[];
  readonly routing: readonly {
    readonly category?: string;
    readonly communes?: readonly string[];
    readonly lead: string;
    readonly coordinating?: readonly string[];
  }[];
  readonly limits: readonly { readonly category?: string; readonly answerDays?: number; readonly answerHours?: number }[];
}

interface HolidayYear {
  readonly year: number;
  readonly provisional: boolean;
  readonly daysOff: readonly { readonly date: string }[];
  readonly workedDays: readonly { readonly date: string; readonly insteadOf: string }[];
}

const here = import.meta.dirname;
const folders = (await readdir(here, { withFileTypes: true })).filter((entry) => entry.isDirectory() && entry.name !== 'schema');
const templates = await Promise.all(folders.map(({ name }) => loadTemplate(`${here}/${name}`)));
const hue = templates.find(({ id }) => id === 'hue')!;
const dakLak = templates.find(({ id }) => id === 'dak-lak')!;
const blank = templates.find(({ id }) => id === 'blank')!;

/** The declaration of the core is read, and never run. */
const core = coreModule(() => {
  throw new Error('a declaration asked for the kernel');
});
const declared = new Map([core, fieldReportsPlugin].map(({ id, permissions }) => [id, Object.keys(permissions)]));

const fieldReports = ({ modules }: typeof hue) => modules['field-reports']!.template as unknown as FieldReports;

test('Huế has its 21 wards and 19 communes, Đắk Lắk its 14 and 88', () => {
  const count = ({ communes }: typeof hue, type: string) => communes.filter((commune) => commune.type === type).length;
  expect([count(hue, 'phuong'), count(hue, 'xa'), hue.communes.length]).toEqual([21, 19, 40]);
  expect([count(dakLak, 'phuong'), count(dakLak, 'xa'), dakLak.communes.length]).toEqual([14, 88, 102]);
  expect(dakLak.communes).toContainEqual(
    { code: '24280', name: "Cư M'gar", type: 'xa', lat: 12.871, lon: 108.069, validFrom: '2025-07-01' },
  );
});

test('no two provinces share an id, a code, a host or the beginning of their report codes', () => {
  for (const values of [
    templates.map(({ id }) => id),
    templates.map(({ code }) => code),
    templates.map(({ codePrefix }) => codePrefix),
    templates.flatMap(({ hosts }) => hosts),
  ]) {
    expect(new Set(values).size).toBe(values.length);
  }
});

test('the schemas beside the templates are those of the code (npm run generate writes them)', async () => {
  const schemas = templateJsonSchema();
  const files = await readdir(`${here}/schema`);
  expect(files.toSorted()).toEqual(Object.keys(schemas).map((name) => `${name}.schema.json`).toSorted());
  for (const [name, schema] of Object.entries(schemas)) {
    expect(JSON.parse(await readFile(`${here}/schema/${name}.schema.json`, 'utf8'))).toEqual(schema);
  }
});

test('every Saturday worked in exchange gives back a day off of the table', async () => {
  const { years } = JSON.parse(await readFile(`${here}/holidays.json`, 'utf8')) as { years: HolidayYear[] };
  expect(years.map(({ year, provisional }) => [year, provisional])).toEqual([
    [2025, false],
    [2026, false],
    [2027, true],
    [2028, true],
  ]);
  for (const { daysOff, workedDays } of years) {
    for (const { date, insteadOf } of workedDays) {
      expect(new Date(date).getUTCDay()).toBe(6);
      expect(daysOff.map((day) => day.date)).toContain(insteadOf);
    }
  }
});

describe.each(templates)('any template: $id', (template) => {
  const folder = `${here}/${template.id}`;
  const agencies = new Set(template.agencies.map(({ id }) => id));
  const codes = template.communes.map(({ code }) => code);
  const { categories, routing } = fieldReports(template);

  test('is in a folder of its own name, its texts are composed (NFC), its files name their schema, its logo is there', async () => {
    const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
    for (const name of files) {
      const source = await readFile(`${folder}/${name}`, 'utf8');
      expect(source).toBe(source.normalize('NFC'));
      expect(JSON.parse(source).$schema).toBe(`../schema/${name.replace('.json', '.schema.json')}`);
    }
    const { logo } = template.branding;
    if (logo !== undefined) await access(`${folder}/${logo}`);
  });

  test('gives the centre of every commune to three decimals', () => {
    for (const degrees of template.communes.flatMap(({ lat, lon }) => [lat, lon])) {
      expect(Number(degrees.toFixed(3))).toBe(degrees);
    }
  });

  test('grants only what the core or a module that it switches on declares', () => {
    const on = Object.entries(template.modules).filter(([, { enabled }]) => enabled).map(([id]) => id);
    const known = ['core', ...on].flatMap((id) => declared.get(id) ?? []);
    expect(template.roles.flatMap(({ id, grants }) => grants.filter(({ permission }) => !known.includes(permission)).map(({ permission }) => `${id}: ${permission}`))).toEqual([]);
  });

  test('has one committee for every commune', () => {
    const committees = template.agencies.filter(({ kind }) => kind === 'commune');
    expect(committees.map(({ commune }) => commune).toSorted()).toEqual(codes.toSorted());
    for (const { id, commune } of committees) expect(id).toBe(`ubnd-${commune}`);
  });

  test('routes reports only to agencies and communes that exist, and the rest to a catch-all', () => {
    const known = new Set(categories.map(({ code }) => code));
    for (const { category, communes = [], lead, coordinating = [] } of routing) {
      if (category !== undefined) expect(known).toContain(category);
      for (const code of communes) expect(codes).toContain(code);
      for (const agency of [lead, ...coordinating]) if (agency !== '$commune') expect(agencies).toContain(agency);
    }
    expect(Object.keys(routing.at(-1)!)).toEqual(['lead']);
    expect(agencies).toContain('ioc');
  });
});

describe.each([hue, dakLak, blank])('as shipped: $id', (template) => {
  test('has 16 categories; only security is hidden, only flooding is immediate and counted in hours', () => {
    const { categories, limits } = fieldReports(template);
    expect(new Set(categories.map(({ code }) => code)).size).toBe(16);
    expect(categories.filter((category) => !category.public).map(({ code }) => code)).toEqual(['security']);
    expect(categories.filter(({ flow }) => flow === 'immediate').map(({ code }) => code)).toEqual(['flooding']);
    expect(limits.filter(({ answerHours }) => answerHours !== undefined).map(({ category }) => category)).toEqual(['flooding']);
    expect(limits.at(-1)).toMatchObject({ answerDays: 7 });
  });

  test('hides who reported from everybody but the operations centre', () => {
    const holders = template.roles.filter(({ grants }) => grants.some(({ permission }) => permission === 'report:identify'));
    expect(holders.map(({ id }) => id)).toEqual(['dispatcher']);
  });

  test('lets an officer act only on the reports of the own agency, and a commune leader only on those of the own communes', () => {
    const conditions = (role: string): Set<string> => {
      const { grants } = template.roles.find(({ id }) => id === role)!;
      const onReports = grants.filter(({ permission }) => permission.startsWith('report:'));
      return new Set(onReports.map(({ when }) => JSON.stringify(when)));
    };
    expect(conditions('officer')).toEqual(new Set(['{"agency":"$mine.agency"}']));
    expect(conditions('leader')).toEqual(new Set(['{"commune":{"$in":"$mine.communes"}}']));
  });

  test('makes a report of the eve of Tết 2027 due after the holiday, and knows the holidays until 2028', () => {
    const { periods, specialDays } = template.calendar;
    const calendar = workingCalendar({
      periods,
      holidays: specialDays.filter(({ worked }) => !worked).map(({ day }) => day),
      workedDays: specialDays.filter(({ worked }) => worked).map(({ day }) => day),
    });
    expect(calendar.addWorkingDays(new Date('2027-02-04T16:00+07:00'), 3)).toEqual(new Date('2027-02-16T16:00+07:00'));
    expect(calendar.coveredUntil).toEqual(new Date('2029-01-01T00:00+07:00'));
  });
});
