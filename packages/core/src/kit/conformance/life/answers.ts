import { placeOf } from '../declaration/declared.ts';
import type { Route } from '../../../plugin/route.ts';
import { inputSchema } from '../declaration/input-schemas.ts';
import { type Check, fault, type Fault, oneOfEach } from '../fault.ts';
import type { Call } from './caller.ts';
import type { Life } from './life.ts';
import { loggedError } from './logged-error.ts';

export const answers: Check<Life> = {
  id: 'answers',
  title: { vi: 'Câu trả lời đúng tài liệu', en: 'Answers are as documented' },
  why: {
    vi: 'Máy khách có kiểu và cổng dữ liệu tin vào tài liệu; trường thừa có thể là dữ liệu lộ ra.',
    en: 'The typed client and outside programs rely on the document; a field beside it may be data that leaks.',
  },
  run({ plugin, world, hue, dakLak }) {
    const unreached = plugin.routes.flatMap((route) => {
      const refusal = hue.caller.refused.get(route);
      // Nobody but its sender knows how to write, and sign, what is read byte for byte.
      const strange = (route.raw !== undefined || needsElsewhere(route)) && refusal !== undefined && refusal.status < 500;
      return refusal === undefined || strange ? [] : [notReached(refusal, loggedError(world, traceOf(refusal)))];
    });
    const wrong = oneOfEach([...hue.documented.faults, ...dakLak.documented.faults])
      .map((line) => fault(line.split(': ')[0]!, [`Trả lời khác tài liệu: ${line}`, `The answer is not the documented one: ${line}`], ['Sửa answers của tuyến, hoặc sửa hàm xử lý.', 'Mend the answers of the route, or its handler.']));
    return [...unreached, ...wrong];
  },
};

/**
 * `.meta({ 'x-from-elsewhere': true })` on what a route takes: it works only with what no call of the API brings about or
 * tells, as a secret in a letter, a file that arrived, another agency's turn. The module's own tests try it then.
 */
const needsElsewhere = ({ params, body }: Route): boolean => [params, body].some((schema) => schema !== undefined && JSON.stringify(inputSchema(schema)).includes('"x-from-elsewhere":true'));

const traceOf = ({ text }: Call): string | undefined => ((JSON.parse(text || '{}') ?? {}) as { traceId?: string }).traceId;

function notReached({ route, status, text, json, path }: Call, error: string): Fault {
  const { code = '', errors = [] } = (JSON.parse(text || '{}') ?? {}) as { code?: string; errors?: { path: string }[] };
  const sent = `${path} ${json === undefined ? '' : JSON.stringify(json)}`.trim().slice(0, 300);
  const named = [code, ...errors.map((error) => error.path)].join(' ');
  if (status >= 500) {
    return fault(placeOf(route), [`Lỗi ${status} (${error}) khi gọi ${sent}`, `It fails with ${status} (${error}) when called as ${sent}`], ['Sửa hàm xử lý; lỗi của người gọi thì trả lời bằng Problem 4xx.', "Mend the handler; where the fault is the caller's, answer with a Problem 4xx."]);
  }
  return fault(
    placeOf(route),
    [`Bộ kiểm tra không gọi được: ${status} ${named} khi gửi ${sent}`, `The kit was refused: ${status} ${named} for ${sent}`],
    ['Ghi một giá trị đúng vào lược đồ, .meta({ example: … }), dùng được ở tỉnh vừa bật phân hệ; đặt tên mã như tuyến tạo ra nó.', 'Give the schema a value that works in a province that has just switched the module on, .meta({ example: … }); call a code as the route calls it that makes it.'],
  );
}
