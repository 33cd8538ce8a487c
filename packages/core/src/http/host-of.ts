/** The host that a request names, without its port. */
export function hostOf(request: Request): string {
  return (request.headers.get('host') ?? new URL(request.url).host).toLowerCase().replace(/:\d+$/, '');
}
