import pg from 'pg';
import { sampleReports } from '../../packages/plugins/field-reports/src/demo/sample-reports.ts';
import { textsByCategory } from '../../packages/plugins/field-reports/src/demo/texts/by-category.ts';
import { calendar, dueAt, hue } from '../../packages/plugins/field-reports/test/demo-provinces.ts';

const rowsAtOnce = 5_000;
const streets = ['Lê Lợi', 'Hùng Vương', 'Nguyễn Huệ', 'Bà Triệu', 'Trần Hưng Đạo', 'Đống Đa', 'Phan Bội Châu', 'An Dương Vương', 'Tố Hữu', 'Điện Biên Phủ', 'Lê Duẩn', 'Bùi Thị Xuân', 'Nguyễn Sinh Cung', 'Đặng Thái Thân', 'Chi Lăng', 'Mai Thúc Loan', 'Tăng Bạt Hổ', 'Kim Long', 'Phạm Văn Đồng', 'Hai Bà Trưng'];
const made = new Map<number, readonly SampleText[]>();

interface SampleText {
  readonly category: string;
  readonly text: string;
}

/** What so many citizens of the demo write, each in their own words; made once. */
export function sampleTexts(count: number): readonly SampleText[] {
  const known = made.get(count);
  if (known !== undefined) return known;
  const texts = Array.from({ length: Math.ceil(count / rowsAtOnce) }, (_, part) =>
    sampleReports({ communes: hue, categories: [...textsByCategory.keys()], count: Math.min(rowsAtOnce, count), until: new Date('2026-11-20T14:00:00+07:00'), seed: 46 + part, calendar, dueAt }).map(
      ({ category, description: text }) => ({ category, text }),
    ),
  ).flat();
  made.set(count, texts);
  return texts;
}

/** So many closed reports over a year, with four events each; a fiftieth of them on one spot, as after a flood. */
export function fillReports(ownerUrl: string, role: string, reports: number): Promise<void> {
  return asOwner(ownerUrl, role, async (client) => {
    await client.query(`
      select setseed(0.46);
      create temporary table places as select code, lat, lon, row_number() over (order by code) - 1 as i, count(*) over () as of from core.communes;
      create temporary table handlers as select code, (select id from core.agencies order by md5(id || code) limit 1) as agency from field_reports.categories;
    `);
    const texts = sampleTexts(reports);
    for (let first = 0; first < reports; first += rowsAtOnce) {
      const rows = texts.slice(first, Math.min(first + rowsAtOnce, reports)).map((one, i) => ({ n: first + i + 1, ...one }));
      await client.query(
        `insert into field_reports.reports (id, code, category, commune, lat, lon, place_exact, address, description, public_text,
          public, channel, state, agency, answer, rating, submitted_at, due_at, answered_at, closed_at)
        select gen_random_uuid(), 'HUE-25-' || lpad(n::text, 7, '0'), category, commune.code,
          case when n % 50 = 0 then 16.463 + (random() - 0.5) * 0.002 else commune.lat + (random() - 0.5) * 0.05 end,
          case when n % 50 = 0 then 107.59 + (random() - 0.5) * 0.002 else commune.lon + (random() - 0.5) * 0.05 end,
          true, n || ' đường ' || ($2::text[])[1 + n % cardinality($2::text[])], text, text, true, 'web', 'closed', handler.agency, 'Đã xử lý xong, xin cảm ơn.', 'satisfied',
          moment.at, moment.at + interval '9 days', moment.at + interval '4 days', moment.at + interval '5 days'
        from jsonb_to_recordset($1::jsonb) as row(n int, category text, text text)
        cross join lateral (select now() - (n * interval '365 days' / ${reports}) as at) as moment
        join handlers as handler on handler.code = category
        join places as commune on commune.i = (n * 7) % commune.of`,
        [JSON.stringify(rows), streets],
      );
    }
    await client.query(`
      insert into core.events (plugin, type, subject, at, actor_kind, agency, data)
      select 'field-reports', step.type, report.id::text, report.submitted_at + step.after, 'account', report.agency,
        jsonb_build_object('category', report.category, 'code', report.code, 'onTime', true)
      from field_reports.reports as report
      cross join (values ('report.submitted', interval '0'), ('report.accepted', interval '2 hours'), ('report.answered', interval '4 days'), ('report.closed', interval '5 days')) as step(type, after)
      where report.code like 'HUE-25-%' order by report.submitted_at + step.after;
      update core.events set position = id;
    `);
    await client.query('vacuum analyze field_reports.reports');
    await client.query('vacuum analyze core.events');
  });
}

/** The same rows in the schema that the reference server reads. */
export function fillReference(ownerUrl: string, role: string): Promise<void> {
  return asOwner(ownerUrl, role, async (client) => {
    await client.query(`
      create schema reference;
      create sequence reference.report_numbers;
      create table reference.reports (like field_reports.reports including all);
      insert into reference.reports select * from field_reports.reports;
      create table reference.events (like core.events including all);
      insert into reference.events overriding system value select * from core.events;
    `);
    await client.query('vacuum analyze reference.reports');
    await client.query('vacuum analyze reference.events');
  });
}

/** The one stored row that the reference reads: the very answer of the real server. */
export function storeFigures(ownerUrl: string, role: string, figures: string): Promise<void> {
  return asOwner(ownerUrl, role, async (client) => {
    await client.query('create table reference.year (id int primary key, figures jsonb not null)');
    await client.query('insert into reference.year values (1, $1)', [figures]);
  });
}

async function asOwner(connectionString: string, role: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString, options: `-c role=${role} -c timezone=Asia/Ho_Chi_Minh` });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
