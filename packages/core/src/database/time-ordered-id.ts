import { randomUUID } from 'node:crypto';

/**
 * A UUID of version 7 (RFC 9562): milliseconds first, then chance. New rows land beside each other in every index,
 * where random ones would touch, and write to the log, a page each.
 */
export function timeOrderedId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
