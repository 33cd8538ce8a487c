import type { Plugin } from '../../../plugin/plugin.ts';
import type { Route } from '../../../plugin/route.ts';
import type { Source } from '../source/source.ts';

/** What can be read without running anything: the declaration, and its sources where they are at hand. */
export interface Declared {
  readonly plugin: Plugin;
  readonly source?: Source | undefined;
}

export const placeOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `routes ${method.toUpperCase()} ${path}`;

/** Every permission that lets somebody in or see something, with the places that name it. */
export function permissionsInUse({ routes, screens = [], wallTiles = [], functions = [], events, layers = {}, search }: Plugin): Map<string, string[]> {
  const places = new Map<string, string[]>();
  const note = (permission: string | undefined, place: string) => {
    if (permission?.includes(':')) places.set(permission, [...(places.get(permission) ?? []), place]);
  };
  for (const route of routes) note(route.access, placeOf(route));
  for (const { tag, permission } of [...screens, ...wallTiles]) note(permission, tag);
  for (const { href, permission } of functions) note(permission, `functions ${href}`);
  for (const [type, { visibleTo }] of Object.entries(events.publishes)) note(visibleTo, `events.publishes.${type}`);
  for (const [id, { access }] of Object.entries(layers)) note(access, `layers.${id}`);
  note(search?.access, 'search');
  return places;
}
