import type { Logger } from 'pino';
import type { AnchorPlaces } from './audit/anchor-places.ts';
import type { Streams } from './events/stream/streams.ts';
import type { Consumer } from './events/unit-of-work.ts';
import type { FileStore } from './files/file-store.ts';
import type { AnswerCache } from './http/answer-cache.ts';
import type { RateLimits } from './http/rate-limits.ts';
import type { PortalTexts } from './http/portal/portal-texts.ts';
import type { RequestMeter } from './http/request-meter.ts';
import type { SiteHosts } from './http/site-hosts.ts';
import type { Principals } from './identity/principals.ts';
import type { Outbound } from './outbound/outbound.ts';
import type { Mailer } from './notify/mailer.ts';
import type { SmsSender } from './notify/sms.ts';
import type { PluginList } from './modules/plugin-list.ts';
import type { Watch } from './modules/watch/watch.ts';
import type { Meters } from './monitoring/meters.ts';
import type { Organisations } from './organisation/organisations.ts';
import type { Plugin } from './plugin/plugin.ts';
import type { ProvincePools } from './tenancy/province-pools.ts';
import type { Province, Registry } from './tenancy/registry.ts';

/** How the deployment sets up the portals of its provinces. */
export interface Portal {
  readonly texts: PortalTexts;
  /** Whether browsers keep public pages for when there is no line. Without it what they kept is taken away again. */
  readonly keepsPages: boolean;
}

/**
 * The parts of the core, put together once in `create-kernel.ts` and handed to whoever needs them.
 * Nothing here is bound to a province; a module never sees it, only the context made from it.
 */
export interface Kernel {
  readonly registry: Registry;
  readonly pools: ProvincePools;
  readonly plugins: PluginList;
  /** The core's own routes and permissions, in the form of a module that is always on: routes, permissions, events, jobs. */
  readonly coreModule: Plugin;
  readonly principals: Principals;
  readonly organisations: Organisations;
  readonly files: FileStore;
  readonly answers: AnswerCache;
  /** Outside places for the heads of the audit chains. */
  readonly anchors: AnchorPlaces;
  readonly log: Logger;
  readonly now: () => Date;
  readonly rateLimits: RateLimits;
  readonly meters: Meters;
  readonly requestMeter: RequestMeter;
  readonly streams: Streams;
  readonly mailer: Mailer;
  readonly sms: SmsSender;
  readonly portal: Portal;
  /** The hosts of the sites that are no province's. */
  readonly siteHosts: SiteHosts;
  /** Where a host is reached from outside: scheme, host and, where it is not the usual one, port. */
  urlOf(host: string): string;
  /** Whoever runs a module's code runs it through this. */
  readonly watch: Watch;
  /** What may be reached outside: by modules' `fetch`, and by webhooks. */
  readonly outbound: Outbound;
  /** The module where it serves in the province, undefined where it does not; the core itself serves everywhere. */
  moduleOn(province: Province, plugin: string): Plugin | undefined;
  /** The core itself, and the modules that are on. */
  modulesOn(province: Province): readonly Plugin[];
  /** The jobs that consume an event type in a province, over all modules that are on. */
  consumersOf(province: Province, plugin: string, type: string): readonly Consumer[];
  /** To be called after every commit that may have left events or tasks behind. */
  committed(province: Province): void;
}
