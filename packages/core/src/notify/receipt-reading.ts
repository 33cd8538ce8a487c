import { z } from 'zod';

/** Way into a JSON value: `data.msg_id`, `results.0.status`. */
export const jsonPath = z.string().max(200).regex(/^[\w-]+(\.[\w-]+)*$/);
const words = z.array(z.string().max(100)).max(20);

/** How a provider's delivery report is read. */
export const receiptReading = z
  .strictObject({
    items: jsonPath.optional().meta({ description: 'Danh sách báo cáo trong thân, nếu có / the list of reports in the body, if there is one' }),
    id: jsonPath.meta({ description: 'Mã của nhà cung cấp, hoặc {id} đã gửi / the provider’s id, or the {id} that was sent' }),
    state: jsonPath,
    delivered: words,
    failed: words,
    gone: words.default([]).meta({ description: 'Địa chỉ không tồn tại: không gửi nữa / no such address: nothing more is sent there' }),
  })
  .meta({ id: 'ReceiptReading' });
export type ReceiptReading = z.output<typeof receiptReading>;

export function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? (at as Record<string, unknown>)[key] : undefined), value);
}

/** A number or text of an answer, as text. */
export function textAt(value: unknown, path: string): string | undefined {
  const found = valueAt(value, path);
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean' ? String(found) : undefined;
}

export interface Receipt {
  readonly id: string;
  readonly state: 'delivered' | 'failed' | 'gone';
}

const mostReceipts = 500;

/** What a report says; what is in no known state says nothing yet. */
export function readReceipts(body: unknown, reading: ReceiptReading): Receipt[] {
  const found = reading.items === undefined ? [body] : valueAt(body, reading.items);
  return (Array.isArray(found) ? found : []).slice(0, mostReceipts).flatMap((item: unknown) => {
    const [id, word] = [textAt(item, reading.id), textAt(item, reading.state)];
    if (id === undefined || word === undefined) return [];
    const state = (['gone', 'failed', 'delivered'] as const).find((one) => reading[one].includes(word));
    return state === undefined ? [] : [{ id, state }];
  });
}
