import type { Manifest } from '../src/manifest/manifest.ts';
import type { Specimen } from '../src/specimen/specimen.ts';
import { type Kind, kindOf } from './kinds.ts';

export interface ShownElement {
  readonly name: string;
  readonly kind: Kind;
  /** What a page imports; nothing for a widget, which the loader brings. */
  readonly path: string | undefined;
  load(): Promise<{ readonly specimen: Specimen }>;
  /** The manifest that lists it, if it is an element. */
  manifest(): Promise<Manifest | undefined>;
}

const specimens = import.meta.glob<{ readonly specimen: Specimen }>(['../src/**/*.gallery.ts', '../../plugins/*/ui/**/*.gallery.ts']);
const manifests = import.meta.glob<{ readonly default: Manifest }>(['../custom-elements.json', '../../plugins/*/ui/custom-elements.json']);

/** Every element of the kit and every widget, by name. */
export const shownElements: readonly ShownElement[] = Object.entries(specimens)
  .map(([path, load]): ShownElement => {
    const kind = kindOf(path);
    return {
      name: path.replace(/^.*\//, '').replace('.gallery.ts', ''),
      kind,
      path: kind === 'widgets' ? undefined : path.replace(/^\.\.\/src\/(?:base\/.*|(.*)\/[^/]+$)/, (_, folder?: string) => folder ?? ''),
      load,
      manifest: async () => (await manifests[path.replace(/^(\.\.\/\.\.\/plugins\/[^/]+\/ui|\.\.)\/.*/, '$1/custom-elements.json')]?.())?.default,
    };
  })
  .toSorted((a, b) => a.name.localeCompare(b.name));
