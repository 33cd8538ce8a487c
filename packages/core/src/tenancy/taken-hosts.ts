import type { Kernel } from '../kernel.ts';
import { Problem } from '../plugin/problem.ts';

/** @throws Problem 409 where one of these hosts is another province's, or a site's of the deployment itself */
export function refuseTakenHosts({ registry, siteHosts }: Pick<Kernel, 'registry' | 'siteHosts'>, province: string, hosts: readonly string[]): void {
  const own: readonly string[] = Object.values(siteHosts);
  const taken = hosts.find((host) => own.includes(host) || ![undefined, province].includes(registry.byHost(host)?.id));
  if (taken === undefined) return;
  throw new Problem(409, 'host-taken', {
    vi: `Tên miền "${taken}" đã có nơi khác dùng.`,
    en: `The host "${taken}" is in use already.`,
  });
}
