import { moduleDocument } from '../../../http/module-document.ts';
import type { Route } from '../../../plugin/route.ts';
import { documentFaults } from '../../document-faults.ts';
import { type Check, fault, type Fault } from '../fault.ts';
import { type Declared, placeOf } from './declared.ts';

export const documents: Check<Declared> = {
  id: 'documents',
  title: { vi: 'Mọi tuyến đều có tài liệu', en: 'Every route is documented' },
  why: {
    vi: 'Từ tài liệu này sinh ra OpenAPI, máy khách có kiểu, và cổng cho nhà phát triển bên ngoài.',
    en: 'OpenAPI, the typed client and the page for outside developers are made of it.',
  },
  async run({ plugin }) {
    const faults = plugin.routes.flatMap(undocumented);
    const seen = new Set<string>();
    for (const route of plugin.routes) {
      const operation = `${route.method} ${route.path.replace(/\{\w+\}/g, '{}')}`;
      if (seen.has(operation)) faults.push(fault(placeOf(route), ['Hai tuyến cùng địa chỉ và phương thức.', 'Two routes have one address and method.'], ['Đổi hoặc bỏ một cái.', 'Change or remove one.']));
      seen.add(operation);
    }
    if (faults.length > 0) return faults;
    // The core writes its common parts into every document, whether or not so small a module refers to them.
    const wrong = (await documentFaults(moduleDocument({ ...plugin, routes: plugin.routes.filter(({ access }) => access !== undefined) }))).filter((line) => !line.startsWith('no-unused-components'));
    return wrong.map((line) => fault('openapi.json', [`Tài liệu OpenAPI sai: ${line}`, `The OpenAPI document is wrong: ${line}`], ['Sửa lược đồ của tuyến được nêu.', 'Mend the schema of the route it names.']));
  },
};

function undocumented(route: Route): Fault[] {
  const successes = Object.entries(route.answers ?? {}).filter(([status]) => Number(status) < 400);
  const faults: Fault[] = [];
  if (successes.length === 0) {
    faults.push(fault(placeOf(route), ['Không ghi câu trả lời khi thành công.', 'It names no answer of success.'], ['Thêm answers: { 200: { description, schema } }.', 'Add answers: { 200: { description, schema } }.']));
  }
  for (const [status, { description, schema }] of successes) {
    if (!description) faults.push(fault(`${placeOf(route)} answers.${status}`, ['Thiếu mô tả.', 'The description is missing.'], ['Viết một câu Việt / Anh.', 'Write one line, Vietnamese / English.']));
    if (schema === undefined && status === '200' && route.method === 'get' && !answersFile(route)) {
      faults.push(fault(`${placeOf(route)} answers.200`, ['Không có lược đồ của nội dung.', 'The body has no schema.'], ['Thêm schema: z.object({ … }).', 'Add schema: z.object({ … }).']));
    }
  }
  const named = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const described = Object.keys(route.params?.shape ?? {});
  if (named.toSorted().join() !== described.toSorted().join()) {
    faults.push(fault(placeOf(route), [`Đường dẫn có {${named.join('}, {')}}, params lại có ${described.join(', ') || 'không gì'}.`, `The path has {${named.join('}, {')}}, params has ${described.join(', ') || 'nothing'}.`], ['Để hai bên cùng tên.', 'Give both the same names.']));
  }
  return faults;
}

/** A route that answers with a file says its type instead of a schema. */
const answersFile = ({ answers }: Route): boolean => answers[200]?.type !== undefined || /tệp|ảnh|file|picture|image/i.test(answers[200]?.description ?? '');
