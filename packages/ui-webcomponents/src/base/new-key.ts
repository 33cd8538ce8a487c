/** Not `crypto.randomUUID`: browsers hide that from pages on plain http, which many local websites still are. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
