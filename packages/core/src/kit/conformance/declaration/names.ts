import type { Plugin } from '../../../plugin/plugin.ts';
import { type Check, fault, type Fault } from '../fault.ts';
import type { Declared } from './declared.ts';

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const permission = /^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*$/;
const event = /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/;
const metric = /^[a-z][a-z0-9]*(\.[a-z0-9_]+)+$/;
const migration = /^\d{4}-[a-z0-9]+(-[a-z0-9]+)*$/;
const tag = /^tt(-[a-z0-9]+)+$/;

/** Folders of `/api` and schemas of a province's database that are not a plugin's. */
export const takenIds: ReadonlySet<string> = new Set(['core', 'identity', 'registry', 'public', 'auth', 'files', 'events', 'bullmq', 'information-schema']);

export const names: Check<Declared> = {
  id: 'names',
  title: { vi: 'Tên gọi', en: 'Names' },
  why: {
    vi: 'Tên đi vào địa chỉ, lược đồ, quyền và nhật ký; tên lệch quy ước sẽ va chạm với phân hệ khác.',
    en: 'Names become addresses, schemas, permissions and log lines; one out of shape collides with another module.',
  },
  run: ({ plugin }) => [...ownName(plugin), ...namesInside(plugin)],
};

function ownName({ id }: Plugin): Fault[] {
  if (kebab.test(id) && id.length <= 40 && !takenIds.has(id) && !id.startsWith('pg-')) return [];
  return [
    fault(
      'id',
      [`"${id}" không dùng làm tên phân hệ được.`, `"${id}" cannot be the id of a plugin.`],
      ['Dùng chữ thường và gạch nối, tối đa 40 ký tự, không trùng phần của nền tảng.', 'Use lower case and hyphens, at most 40 characters, and none of the words of the core.'],
    ),
  ];
}

function* namesInside(plugin: Plugin): Generator<Fault> {
  const { permissions, events, jobs, metrics, migrations, connectors = {}, commands = {}, projections = {}, messages = {}, layers = {}, widgets = [], screens = [], wallTiles = [] } = plugin;
  const groups: readonly (readonly [where: string, named: readonly string[], pattern: RegExp, like: string])[] = [
    ['permissions', Object.keys(permissions), permission, 'toilet:manage'],
    ['events.publishes', Object.keys(events.publishes), event, 'toilet.rated'],
    ['jobs', Object.keys(jobs), kebab, 'remind-keeper'],
    ['projections', Object.keys(projections), kebab, 'figures'],
    ['messages', Object.keys(messages), kebab, 'toilet-closed'],
    ['layers', Object.keys(layers), kebab, 'open-toilets'],
    ['connectors', Object.keys(connectors), kebab, 'river-gauges'],
    ['commands', Object.keys(commands), kebab, 'simulate'],
    ['metrics', Object.keys(metrics), metric, 'toilets.open_share'],
    ['migrations', Object.keys(migrations), migration, '0001-toilets'],
    ['widgets, screens, wallTiles', [...widgets, ...screens, ...wallTiles].map((part) => part.tag), tag, 'tt-toilet-map'],
  ];
  for (const [where, named, pattern, like] of groups) {
    for (const name of named) {
      if (!pattern.test(name)) yield fault(where, [`"${name}" lệch quy ước đặt tên.`, `"${name}" is not named as the contract says.`], [`Đặt tên như "${like}".`, `Name it like "${like}".`]);
    }
    for (const name of new Set(named.filter((one, i) => named.indexOf(one) !== i))) {
      yield fault(where, [`"${name}" có hai lần.`, `"${name}" is there twice.`], ['Bỏ bớt hoặc đổi tên một cái.', 'Remove or rename one.']);
    }
  }
  const numbers = Object.keys(migrations).map((name) => name.slice(0, 4));
  if (new Set(numbers).size !== numbers.length) {
    yield fault('migrations', ['Hai bước nâng cấp lược đồ cùng số.', 'Two migrations have the same number.'], ['Đánh số tăng dần: 0001, 0002, …', 'Number them upwards: 0001, 0002, …']);
  }
}
