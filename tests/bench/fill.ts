import pg from 'pg';

/** So many reports over a year, with four events each. */
export function fillReports(ownerUrl: string, role: string, reports: number): Promise<void> {
  return asOwner(ownerUrl, role, async (client) => {
    await client.query(`
      select setseed(0.46);
      insert into field_reports.reports (id, code, category, commune, lat, lon, place_exact, address, description, public_text,
        public, channel, state, agency, answer, rating, submitted_at, due_at, answered_at, closed_at)
      select gen_random_uuid(), 'HUE-25-' || lpad(n::text, 7, '0'), category.code, commune.code,
        commune.lat + (random() - 0.5) * 0.05, commune.lon + (random() - 0.5) * 0.05, true, n || ' đường Lê Lợi',
        'Phản ánh số ' || n || ': mặt đường hư hỏng, đèn không sáng, xin cơ quan chức năng kiểm tra và xử lý sớm cho người dân đi lại an toàn.',
        'Phản ánh số ' || n || ': mặt đường hư hỏng, đèn không sáng, xin cơ quan chức năng kiểm tra và xử lý sớm cho người dân đi lại an toàn.',
        true, 'web', 'closed', 'so-xay-dung', 'Đã xử lý xong, xin cảm ơn.', 'satisfied',
        moment.at, moment.at + interval '9 days', moment.at + interval '4 days', moment.at + interval '5 days'
      from generate_series(1, ${reports}) as n
      cross join lateral (select now() - (n * interval '365 days' / ${reports}) as at) as moment
      join (select code, row_number() over (order by code) - 1 as i, count(*) over () as of from field_reports.categories) as category on category.i = n % category.of
      join (select code, lat, lon, row_number() over (order by code) - 1 as i, count(*) over () as of from core.communes) as commune on commune.i = (n * 7) % commune.of;

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
