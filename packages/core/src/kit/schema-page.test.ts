import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { kyselyOn } from '../database/kysely-on.ts';
import { preparedPool } from '../database/prepared-pool.ts';
import { schemaPage } from './schema-page.ts';

const schema = `tt_page_${randomBytes(4).toString('hex')}`;
const page = { title: { vi: 'Quan trắc', en: 'Monitoring' }, place: { vi: 'Ở tỉnh.', en: 'In a province.' }, schemas: [schema] };
let db: Kysely<unknown>;

beforeAll(async () => {
  db = kyselyOn(preparedPool({ connectionString: inject('adminUrl'), max: 1, applicationName: 'schema page', statementTimeout: 0, onError: () => {} }));
  const name = sql.id(schema);
  await sql`
    create schema ${name};
    create table ${name}.migrations (name text primary key);
    create table ${name}.stations (
      code text primary key check (code ~ '^[a-z]+$'),
      keeper text,
      ratio numeric(4, 2) not null default 1
    );
    comment on table ${name}.stations is 'Trạm đo.';
    comment on column ${name}.stations.ratio is 'a | b';
    create sequence ${name}.numbers;
    create table ${name}.readings (
      id bigint generated always as identity primary key,
      station text not null references ${name}.stations,
      at timestamptz not null default now(),
      value float8
    );
    create unique index readings_newest on ${name}.readings (station, at desc) where value is not null;
    create view ${name}.known as select station, at from ${name}.readings where value is not null;
    create function ${name}.twice(x int) returns int language sql return x * 2;
  `.execute(db);
});
afterAll(async () => {
  await sql`drop schema ${sql.id(schema)} cascade`.execute(db);
  await db.destroy();
});

test('the page names every table, column, key, index, view, sequence and function, and not the migration ledger', async () => {
  const text = await schemaPage(db, { ...page, notes: { 'stations.keeper': 'dữ liệu cá nhân' } });
  expect(text.replaceAll(schema, 'monitoring')).toBe(`# Quan trắc: lược đồ dữ liệu

*Monitoring: database schema*

Ở tỉnh. Trang này do \`tinhthong generate\` viết từ các bước nâng cấp lược đồ; đừng sửa tay.

In a province. Written by \`tinhthong generate\` from the migrations; not edited by hand.

## Lược đồ / schema \`monitoring\`

[stations](#stations) · [readings](#readings) · [known](#known)

### stations

Trạm đo.

| cột / column | kiểu / type    | rỗng / null | mặc định / default | ghi chú / note  |
| ------------ | -------------- | ----------- | ------------------ | --------------- |
| \`code\`       | \`text\`         |             |                    |                 |
| \`keeper\`     | \`text\`         | ✓           |                    | dữ liệu cá nhân |
| \`ratio\`      | \`numeric(4,2)\` |             | \`1\`                | a \\| b          |

- \`PRIMARY KEY (code)\`
- \`CHECK (code ~ '^[a-z]+$'::text)\`

### readings

| cột / column | kiểu / type                | rỗng / null | mặc định / default             |
| ------------ | -------------------------- | ----------- | ------------------------------ |
| \`id\`         | \`bigint\`                   |             | \`generated always as identity\` |
| \`station\`    | \`text\`                     |             |                                |
| \`at\`         | \`timestamp with time zone\` |             | \`now()\`                        |
| \`value\`      | \`double precision\`         | ✓           |                                |

- \`PRIMARY KEY (id)\`
- \`FOREIGN KEY (station) REFERENCES stations(code)\`
- \`UNIQUE INDEX readings_newest btree (station, at DESC) WHERE (value IS NOT NULL)\`

### known

| cột / column | kiểu / type                |
| ------------ | -------------------------- |
| \`station\`    | \`text\`                     |
| \`at\`         | \`timestamp with time zone\` |

Khung nhìn / view:

\`\`\`sql
 SELECT station,
    at
   FROM readings
  WHERE value IS NOT NULL;
\`\`\`

### Dãy số / sequences

- \`numbers\`

### Hàm / functions

- \`twice(x integer) → integer\`
`);
});

test('the page of an unchanged schema is the same every time, and a new column changes it', async () => {
  const first = await schemaPage(db, page);
  expect(await schemaPage(db, page)).toBe(first);
  await sql`alter table ${sql.id(schema)}.stations add column height float8`.execute(db);
  const second = await schemaPage(db, page);
  expect(first).not.toContain('height');
  expect(second).toMatch(/^\| `height` +\| `double precision` \| ✓ /m);
});
