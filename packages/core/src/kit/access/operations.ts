import { type Come, type Endpoint } from '../../http/auth/endpoint.ts';
import { provinceEndpoints } from '../../http/auth/province-endpoints.ts';
import { ministryEndpoints, nationalAuthEndpoints, platformEndpoints } from '../../http/national-endpoints.ts';
import type { NationalSiteName } from '../../identity/national-accounts.ts';
import { coreModule } from '../../core-module/core-module.ts';
import type { Plugin } from '../../plugin/plugin.ts';
import type { Text } from '../../plugin/text.ts';

/** `deployment`: the page that links the provinces, and what answers whatever the Host. */
export type Site = 'province' | NationalSiteName | 'deployment';

/** Something that can be asked of a host, and of whom it is taken. */
export interface Operation {
  readonly site: Site;
  /** The module that answers it. */
  readonly module: string;
  /** Method and path, as `GET /api/core/keys/{id}`. */
  readonly name: string;
  /** `public`, `signed-in`, `member` of a national site, or a permission. */
  readonly access: string;
  /** Whether the caller must have shown who they are a short while ago. */
  readonly recent: boolean;
  /** Whether API keys alone are let in: what a role holds here, it may write into a key. */
  readonly keyOnly?: boolean;
  readonly summary: Text;
}

const accessOf: Readonly<Record<Come, Pick<Operation, 'access' | 'recent'>>> = {
  nobody: { access: 'public', recent: false },
  session: { access: 'signed-in', recent: false },
  account: { access: 'signed-in', recent: false },
  recent: { access: 'signed-in', recent: true },
  caller: { access: 'member', recent: false },
  member: { access: 'member', recent: false },
  'recent-member': { access: 'member', recent: true },
};

/** Every operation that the core and these plugins declare as data: what their guards go by. */
export function declaredOperations(plugins: readonly Plugin[]): Operation[] {
  // Read, never called.
  const notCalled = () => {
    throw new Error('The declaration of an operation asked for the kernel');
  };
  return [
    ...[coreModule(notCalled), ...plugins].flatMap(ofModule),
    ...ofEndpoints('province', '/api/auth', provinceEndpoints),
    ...ofEndpoints('ministry', '/api/auth', nationalAuthEndpoints),
    ...ofEndpoints('ministry', '/api', ministryEndpoints),
    ...ofEndpoints('platform', '/api/auth', nationalAuthEndpoints),
    ...ofEndpoints('platform', '/api', platformEndpoints({} as never, {} as never)),
  ];
}

function ofModule({ id, routes }: Plugin): Operation[] {
  return routes.map(({ method, path, access, recent = false, summary }) => ({
    site: 'province',
    module: id,
    name: `${method.toUpperCase()} /api/${id}${path}`,
    access,
    recent,
    summary,
  }));
}

function ofEndpoints(site: Site, base: string, endpoints: readonly Pick<Endpoint, 'method' | 'path' | 'come' | 'summary'>[]): Operation[] {
  return endpoints.map(({ method, path, come, summary }) => ({ site, module: 'core', name: `${method.toUpperCase()} ${base}${path}`, ...accessOf[come], summary }));
}
