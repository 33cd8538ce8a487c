/** As much of an address as somebody recognises who knows it: `c***@v***.vn`, `+84*****456`. */
export function masked(address: string): string {
  const [name, host] = address.split('@');
  if (host === undefined) return `${address.slice(0, 3)}*****${address.slice(-3)}`;
  return `${name!.slice(0, 1)}***@${host.slice(0, 1)}***.${host.split('.').at(-1)}`;
}

const longest = 160;

/** What a server or provider said, fit for a log: one line, without the address that such answers like to repeat. */
export function withoutAddresses(text: string): string {
  return text
    .replace(/[^\s<>"']+@[^\s<>"']+/g, '[…]')
    .replace(/\+?\d(?:[ .()-]{0,2}\d){8,}/g, '[…]')
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, longest);
}
