import { z } from 'zod';
import type { EventType, Job, Plugin } from '../plugin/plugin.ts';
import type { Route } from '../plugin/route.ts';
import type { Text } from '../plugin/text.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;
type Row = readonly (string | undefined)[];

/**
 * What a module declares, as a Markdown page: the very tables that the server goes by, for whoever sets it up, grants
 * its permissions or listens to its events. Parts that it does not have are left out.
 */
export function modulePage(plugin: Plugin): string {
  const { id, title, summary, permissions, settings, secrets = {}, events, jobs, messages = {}, metrics, routes, layers = {}, mounts = {}, functions = [], projections = {}, commands = {}, personalData } = plugin;
  const parts = [
    `# ${title.vi}: tra cứu`,
    `*${title.en ?? title.vi}: reference*`,
    `${summary.vi} Trang này do \`tinhthong generate\` viết từ khai báo của phân hệ; đừng sửa tay.`,
    `${summary.en ?? summary.vi} Written by \`tinhthong generate\` from the module's declaration; not edited by hand.`,
    ...part('Quyền · Permissions', ['quyền · permission', 'được làm gì · what it allows', 'gợi ý cho vai trò · suggested roles'],
      Object.entries(permissions).map(([name, { title, suggestedRoles, suggestedWhen = {} }]) => [
        code(name), both(title), suggestedRoles.map((role) => (suggestedWhen[role] === undefined ? code(role) : `${code(role)} khi · when ${code(JSON.stringify(suggestedWhen[role]))}`)).join(', '),
      ])),
    ...part('Cài đặt · Settings', ['tên · name', 'mặc định · default', 'giới hạn · bounds', 'nghĩa · meaning'], settingRows(settings)),
    ...part('Bí mật · Secrets', ['tên · name', ''], Object.entries(secrets).map(([name, { title }]) => [code(name), both(title)])),
    ...part('Sự kiện · Events', ['sự kiện · event', '', 'ai thấy · visible to', 'dữ liệu hiện ra · data shown', 'làm tiếp · sets off'],
      Object.entries(events.publishes).map(([type, event]) => [code(type), both(event.title), seenBy(event), fieldsOf(event.data), (events.consumes[type] ?? []).map(code).join(', ')])),
    ...part('Việc nền · Jobs', ['việc · job', '', 'khi nào · when', 'nhiều nhất · at most', 'theo lô · in batches'],
      Object.entries(jobs).map(([name, job]) => [code(name), both(job.title), whenRun(name, job, events.consumes), `${job.timeoutSeconds} s, ${job.attempts ?? 8}×`, job.runAll === undefined ? '' : '✓'])),
    ...part('Tin nhắn · Messages', ['tin · message', '', 'kênh · channels', 'tiêu đề · subject'],
      Object.entries(messages).map(([name, { title, channels, urgent, digest, template }]) => [code(name), both(title), [...channels, ...(urgent ? ['gấp · urgent'] : []), ...(digest === undefined ? [] : [`gộp · ${digest}`])].join(', '), both(template.subject)])),
    ...part('Chỉ số · Metrics', ['chỉ số · metric', '', 'đơn vị · unit', 'tốt khi · better', 'xếp hạng từ mẫu số · ranked from'],
      Object.entries(metrics).map(([name, { title, unit, direction, leastN }]) => [code(name), both(title), unit, better[direction], String(leastN)])),
    ...part('API', ['tuyến · route', '', 'ai gọi được · open to', 'lượt/phút · calls a minute'], routes.map((route) => routeRow(id, route))),
    ...part('Trang, lớp bản đồ, lệnh · Pages, map layers, commands', ['', ''], [
      ...Object.keys(mounts).map((path) => [code(path), 'trang hoặc chuẩn riêng · pages or a standard of its own']),
      ...functions.map(({ href, title, permission }) => [code(href), `${both(title)}${permission === undefined ? '' : ` (${code(permission)})`}`]),
      ...Object.entries(layers).map(([name, { title, access }]) => [code(`layers/${name}`), `${both(title)} (${access === 'public' ? everybody : code(access)})`]),
      ...Object.entries(projections).map(([name, { of }]) => [code(name), `gấp từ · folded from: ${of.map(code).join(', ')}`]),
      ...Object.keys(commands).map((name) => [code(`tinhthong run ${id} ${name} <tỉnh · province>`), 'lệnh · command']),
    ]),
    ...personalParts(personalData),
  ];
  return `${parts.join('\n\n')}\n`;
}

const everybody = 'mọi người · everybody';
const better = { up: 'cao · higher', down: 'thấp · lower', none: '–' } as const;

function personalParts(personalData: Plugin['personalData']): string[] {
  if ('none' in personalData) return ['## Dữ liệu cá nhân · Personal data', `Không có · none: ${personalData.none}`];
  const { fields, retention, retentionRules = {} } = personalData;
  return [
    ...part('Dữ liệu cá nhân · Personal data', ['cột · column', 'để làm gì · purpose', 'nhạy cảm · sensitive'],
      Object.entries(fields).map(([name, { purpose, sensitive }]) => [code(name), both(purpose), sensitive ? '✓' : ''])),
    both(retention),
    ...part('Lưu bao lâu · Retention', ['quy định · rule', 'giữ gì, tính từ khi nào · what, counted from when', 'bao lâu · how long', 'rồi · then'],
      Object.entries(retentionRules).map(([name, { title, keep, action }]) => [code(name), both(title), duration(keep), action === 'erase' ? 'xóa · erased' : 'còn lại không dẫn đến ai · what stays leads to nobody'])),
  ];
}

function settingRows(settings: z.ZodObject): Row[] {
  const { properties = {} } = z.toJSONSchema(settings, { io: 'input' });
  return Object.entries(properties as Record<string, JsonSchema>).map(([name, schema]) => [code(name), value(schema.default), boundsOf(schema), [schema.title, schema.description].filter(Boolean).join('. ')]);
}

const boundText = ({ minimum, maximum, minLength, maxLength, minItems, maxItems }: JsonSchema): [number | undefined, number | undefined, string] =>
  minimum !== undefined || maximum !== undefined ? [minimum, maximum, ''] : minLength !== undefined || maxLength !== undefined ? [minLength, maxLength, ' ký tự · characters'] : [minItems, maxItems, ' dòng · rows'];

function boundsOf(schema: JsonSchema): string {
  if (schema.enum !== undefined) return schema.enum.map(value).join(', ');
  const [least, most, unit] = boundText(schema);
  return least === undefined && most === undefined ? '' : `${least ?? (unit === '' ? '' : 0)}–${most ?? ''}${unit}`;
}

const value = (given: unknown): string => (given === undefined ? '' : code(typeof given === 'string' ? given : JSON.stringify(given)));

/** The names in an event's data; `?` where one may be missing. */
function fieldsOf(schema: z.ZodType): string {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'output' });
  return Object.keys(properties).map((name) => code(required.includes(name) ? name : `${name}?`)).join(', ');
}

function seenBy({ visibleTo }: EventType): string {
  return visibleTo === 'public' ? everybody : visibleTo === 'agency' ? 'đơn vị của nó · its agency' : code(visibleTo);
}

function whenRun(name: string, { cron }: Job, consumes: Plugin['events']['consumes']): string {
  if (cron !== undefined) return code(cron);
  const causes = Object.entries(consumes).filter(([, consumers]) => consumers.includes(name));
  return causes.length === 0 ? 'khi được giao · when it is handed work' : causes.map(([type]) => code(type)).join(', ');
}

function routeRow(id: string, { method, path, access, summary, perMinute }: Route): Row {
  const open = access === 'public' ? everybody : access === 'signed-in' ? 'ai đã đăng nhập · whoever has signed in' : code(access);
  return [code(`${method.toUpperCase()} /api/${id}${path}`), both(summary), open, perMinute === undefined ? '' : String(perMinute)];
}

function duration(iso: string): string {
  const [, count, unit] = /^P(\d+)([MD])$/.exec(iso) ?? [];
  return unit === 'M' ? `${count} tháng · months` : `${count} ngày · days`;
}

/** A heading and a table under it; nothing where there are no rows. */
function part(heading: string, heads: Row, rows: readonly Row[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: Row) => `| ${cells.map((cell = '') => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [`## ${heading}`, [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')];
}

const both = ({ vi, en }: Text): string => (en === undefined ? vi : `${vi} · ${en}`);
const code = (text: string): string => `\`${text}\``;
