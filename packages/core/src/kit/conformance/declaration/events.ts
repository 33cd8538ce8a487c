import { z } from 'zod';
import type { Plugin } from '../../../plugin/plugin.ts';
import { type Check, fault, type Fault } from '../fault.ts';
import { personalName } from '../personal-name.ts';
import type { Declared } from './declared.ts';
import { inputSchema } from './input-schemas.ts';

export const events: Check<Declared> = {
  id: 'events',
  title: { vi: 'Sự kiện', en: 'Events' },
  why: {
    vi: 'Nhật ký sự kiện không sửa được và được gửi ra ngoài: ai thấy phải nói trước, và không được có dữ liệu cá nhân.',
    en: 'The log of events cannot be edited and is sent outside: who sees them is said first, and nothing personal is in them.',
  },
  run: ({ plugin }) => [...published(plugin), ...consumed(plugin)],
};

function* published(plugin: Plugin): Generator<Fault> {
  for (const [type, { visibleTo, data }] of Object.entries(plugin.events.publishes)) {
    const where = `events.publishes.${type}`;
    if (visibleTo === undefined || !(['public', 'agency'].includes(visibleTo) || visibleTo.includes(':'))) {
      yield fault(where, ['Không nói ai được thấy.', 'It does not say who may see it.'], ["Ghi visibleTo: 'public', 'agency' hoặc một quyền.", "Write visibleTo: 'public', 'agency' or a permission."]);
    }
    if (!(data instanceof z.ZodObject)) {
      yield fault(where, ['Dữ liệu phải là một đối tượng.', 'The data must be an object.'], ['data: z.object({ … }).', 'data: z.object({ … }).']);
      continue;
    }
    for (const name of Object.keys(inputSchema(data).properties ?? {}).filter((one) => personalName(one))) {
      yield fault(`${where}.${name}`, [`"${name}" là dữ liệu cá nhân trong một nhật ký không xóa được.`, `"${name}" is personal data in a log that forgets nothing.`], ['Chỉ ghi mã; ai cần thì đọc qua API.', 'Put ids only; whoever needs more reads it through the API.']);
    }
  }
}

function* consumed({ id, needs, jobs, projections = {}, events: { publishes, consumes } }: Plugin): Generator<Fault> {
  const own = (type: string, where: string) =>
    Object.hasOwn(publishes, type) ? [] : [fault(where, [`Phân hệ không phát sự kiện "${type}".`, `The plugin publishes no event "${type}".`], ['Sửa tên, hoặc khai báo nó ở events.publishes.', 'Mend the name, or declare it in events.publishes.'])];
  for (const [type, names] of Object.entries(consumes)) {
    const where = `events.consumes.${type}`;
    const [publisher, other] = type.split('/');
    if (other === undefined) yield* own(type, where);
    else if (publisher !== 'core' && !Object.hasOwn(needs, publisher!)) {
      yield fault(where, [`Nghe sự kiện của "${publisher}" mà không cần đến nó.`, `It listens to "${publisher}" without needing it.`], [`Thêm needs: { '${publisher}': '^1.0.0' }.`, `Add needs: { '${publisher}': '^1.0.0' }.`]);
    }
    for (const name of names.filter((job) => !Object.hasOwn(jobs, job))) {
      yield fault(where, [`Không có việc nền "${name}".`, `There is no job "${name}".`], ['Khai báo nó ở jobs.', 'Declare it in jobs.']);
    }
  }
  for (const [name, { of }] of Object.entries(projections)) for (const type of of) yield* own(type, `projections.${name} (${id})`);
}
