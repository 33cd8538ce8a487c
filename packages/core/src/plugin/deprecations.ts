import type { Plugin } from './plugin.ts';
import type { Text } from './text.ts';

/** A part of the contract that plugins are to leave behind. */
export interface Deprecation {
  /** As it is written in a declaration, for example `wallTiles`. */
  readonly what: string;
  /** Core version that marks it; from then on it warns. */
  readonly since: string;
  /** First core version without it: the next major, and a year after `since` at the earliest. */
  readonly gone: string;
  readonly instead: Text;
  /** Whether a plugin still uses it. */
  readonly usedBy: (plugin: Plugin) => boolean;
}

/** Everything that is deprecated, in one place: the start, `tinhthong plugin check` and docs/contract.md read it. */
export const deprecations: readonly Deprecation[] = [];

export function deprecatedIn(plugin: Plugin, list: readonly Deprecation[] = deprecations): readonly Deprecation[] {
  return list.filter(({ usedBy }) => usedBy(plugin));
}
