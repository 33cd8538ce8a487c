import { randomUUID } from 'node:crypto';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import pg from 'pg';

/**
 * The yardstick of `npm run bench`: the least that a Hono + pg server can do for the same answers. No provinces, no
 * sessions, no checks, no events, no tasks. Named statements, which pg prepares; rows answered as JSON.
 *
 *   submit   one insert of a report
 *   list     the newest 50 reports in a box: the same conditions, columns and index as the real one
 *   report   one report with its timeline: one join
 *   figures  one stored row
 *
 * It works on tables of its own (`reference` schema), filled with the same 100,000 reports and their events.
 */
const pool = new pg.Pool({ connectionString: process.env['REFERENCE_DATABASE_URL'], max: 8 });
const app = new Hono();

const columns = `report.code, report.category, report.commune, report.lat, report.lon, report.address, report.public_text as text,
  report.state as status, report.agency, report.submitted_at as "submittedAt", report.due_at as "dueAt",
  report.answered_at as "answeredAt", cardinality(report.photos) + cardinality(report.after_photos) as photos, report.rating`;

app.post('/reports', async (c) => {
  const { category, description, lat, lon } = await c.req.json();
  const { rows } = await pool.query({
    name: 'submit',
    text: `insert into reference.reports (id, code, category, commune, lat, lon, place_exact, description, public_text, public, channel, agency, submitted_at, due_at)
      values ($1, 'HUE-26-' || lpad(nextval('reference.report_numbers')::text, 7, '0'), $2, '19789', $3, $4, true, $5, $5, true, 'web', 'so-xay-dung', now(), now() + interval '7 days')
      returning code`,
    values: [randomUUID(), category, lat, lon, description],
  });
  return c.json(rows[0], 201);
});

app.get('/reports', async (c) => {
  const [west, south, east, north] = c.req.query('bbox')!.split(',').map(Number);
  const { rows } = await pool.query({
    name: 'list',
    text: `select ${columns} from reference.reports as report
      where report.public and point(report.lon, report.lat) <@ box(point($1, $2), point($3, $4))
      order by report.submitted_at desc, report.id desc limit 50`,
    values: [west, south, east, north],
  });
  return c.json({ items: rows });
});

app.get('/reports/:code', async (c) => {
  const { rows } = await pool.query({
    name: 'report',
    text: `select ${columns}, report.answer, report.reopened, report.coordinating, event.type, event.at, event.data
      from reference.reports as report join reference.events as event on event.subject = report.id::text
      where report.code = $1 and report.public order by event.at, event.id`,
    values: [c.req.param('code')],
  });
  const [{ type: _type, at: _at, data: _data, ...report }] = rows;
  return c.json({ ...report, timeline: rows.map(({ type, at, data }) => ({ type, at, data })) });
});

app.get('/figures', async (c) => {
  const { rows } = await pool.query({ name: 'figures', text: 'select figures from reference.year where id = 1', values: [] });
  return c.json(rows[0].figures);
});

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.env['PORT']) });
