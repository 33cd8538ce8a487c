/** Where the province is reached from outside, for addresses that leave its pages: feeds, Open311. Whether by HTTPS is the deployment's word, no header's. */
export function originOf(c: { readonly req: { readonly url: string }; readonly var: object }): string {
  const { host, protocol } = new URL(c.req.url);
  return `${(c.var as { secure?: boolean }).secure === true ? 'https:' : protocol}//${host}`;
}
