import { bodyFault } from '../../documented-answers.ts';
import { type Check, fault, type Fault } from '../fault.ts';
import type { Life } from './life.ts';

export const published: Check<Life> = {
  id: 'published',
  title: { vi: 'Sự kiện đúng như khai báo', en: 'Events are as declared' },
  why: {
    vi: 'Webhook, luồng trực tiếp và phân hệ khác đọc sự kiện theo khai báo; trường thừa đi ra ngoài cùng với nó.',
    en: 'Webhooks, the live stream and other modules read events by their declaration; a field beside it goes out with them.',
  },
  async run({ plugin, hue }) {
    const { publishes } = plugin.events;
    const { rows } = await hue.site.database(({ pool }) =>
      pool.query<{ type: string; subject: string; agency: string | null; data: unknown }>('select distinct on (type, data) type, subject, agency, data from core.events where plugin = $1', [plugin.id]),
    );
    const faults = rows.flatMap(({ type, subject, agency, data }): Fault[] => {
      const where = `events.publishes.${type}`;
      const declared = publishes[type];
      if (declared === undefined) return [fault(where, ['Sự kiện này được phát mà không khai báo.', 'The event is published and not declared.'], ['Khai báo với visibleTo và data.', 'Declare it with visibleTo and data.'])];
      const wrong = bodyFault(declared.data, data);
      return [
        ...(wrong === undefined ? [] : [fault(where, [`Dữ liệu khác khai báo: ${wrong}`, `The data is not the declared one: ${wrong}`], ['Sửa lược đồ data hoặc nơi phát.', 'Mend the schema of its data, or where it is published.'])]),
        ...(subject === '' ? [fault(where, ['Không nói về cái gì.', 'It has no subject.'], ['Ghi subject: mã của đối tượng.', 'Write subject: the id of what it is about.'])] : []),
        ...(declared.visibleTo === 'agency' && agency === null ? [fault(where, ['Chỉ đơn vị được thấy mà không ghi đơn vị nào.', 'It is for an agency, and names none.'], ['Ghi agency khi phát.', 'Give agency when publishing.'])] : []),
      ];
    });
    return faults;
  },
};
