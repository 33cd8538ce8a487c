import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as analyzer from '@custom-elements-manifest/analyzer';
// @ts-expect-error -- it has no types
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import type ts from 'typescript';
import type { Attribute, Declaration, Manifest, ManifestModule, Member } from './manifest.ts';

/** Its types leave out what it exports. */
interface Analyzer {
  create(options: { readonly modules: readonly ts.SourceFile[]; readonly plugins: readonly object[] }): Manifest;
  readonly ts: typeof ts;
}

const { create, ts: parser } = analyzer as unknown as Analyzer;
const kit = new URL('../..', import.meta.url).pathname;

/**
 * Which elements the modules below a folder define, with attributes, properties, methods, events and slots, those of
 * their base classes included. Of a plugin the kit's own are left out, which has a manifest of its own.
 */
export async function readElements(folder: string, pattern: string): Promise<Manifest> {
  const own = await sources(folder, pattern, '');
  // For what is inherited: the analyser joins classes by their names.
  const bases = own.some(({ fileName }) => fileName === 'src/base/tt-element.ts') ? [] : await sources(kit, 'src/**/*.ts', 'kit:');
  const manifest = create({ modules: [...bases, ...own], plugins: [...(litPlugin as () => object[])(), withExamples] });
  const names = new Set(own.map(({ fileName }) => fileName));
  manifest.modules = manifest.modules
    .filter(({ path }) => names.has(path))
    .map((one) => ({ ...one, declarations: one.declarations.filter(isElement).map(tidy) }))
    .filter(({ declarations }) => declarations.length > 0)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  for (const one of manifest.modules) {
    const defined = new Set(one.declarations.map(({ name }) => name));
    one.exports = one.exports.filter(({ declaration }) => defined.has(declaration.name));
  }
  return manifest;
}

/** What stands below `@example`, which the analyser leaves out. */
const withExamples = {
  name: 'examples',
  analyzePhase({ node, moduleDoc }: { readonly node: ts.Node; readonly moduleDoc: ManifestModule }): void {
    if (!parser.isClassDeclaration(node)) return;
    // From the text: the parser takes `@tt-change=` within an example for the next tag.
    const doc = parser.getJSDocCommentsAndTags(node).find((part) => parser.isJSDoc(part))?.getText() ?? '';
    const texts = [...doc.matchAll(/@example ([\s\S]*?)(?=\n\s*\* @|\s*\*\/)/g)].map(([, text = '']) => text.replace(/^\s*\* ?/gm, '').trim());
    const element = moduleDoc.declarations.find(({ name }) => name === node.name?.text);
    if (element !== undefined && texts.length > 0) element.examples = texts;
  },
};

async function sources(folder: string, pattern: string, prefix: string): Promise<ts.SourceFile[]> {
  const paths: string[] = [];
  for await (const path of glob(pattern, { cwd: folder, exclude: (name) => name === 'node_modules' || name === 'dist' })) {
    if (!/\.(test|gen|d)\.ts$/.test(path)) paths.push(path.replaceAll('\\', '/'));
  }
  return await Promise.all(
    paths.sort().map(async (path) => {
      const text = await readFile(join(folder, path), 'utf8');
      // The analyser knows the platform's own call, not our guard around it, and takes inner state for attributes.
      const known = text.replace(/^define\(/gm, 'customElements.define(').replace(/\bstate: true\b/g, 'attribute: false');
      return parser.createSourceFile(`${prefix}${path}`, known, parser.ScriptTarget.ESNext, true);
    }),
  );
}

/** Samples for the gallery are no part of the kit. */
const isElement = ({ kind, tagName }: Declaration): boolean => kind === 'class' && tagName !== undefined && !tagName.startsWith('tt-sample-');

/** Without what is an element's own business. */
function tidy(element: Declaration): Declaration {
  const inner = new Set(element.members?.filter((member) => !isPublic(member)).map(({ name }) => name));
  const members = element.members?.filter((member) => isPublic(member) && !inner.has(member.name));
  const properties = new Map(members?.map((member) => [member.name, member]));
  return {
    ...element,
    ...(members !== undefined && { members }),
    // Those that are written down; what the analyser guesses from calls of dispatchEvent is not always this element's.
    events: (element.events ?? []).filter(({ name, description }) => name.startsWith('tt-') && description !== undefined),
    attributes: (element.attributes ?? []).filter(({ fieldName }) => fieldName === undefined || properties.has(fieldName)).map((attribute) => typed(attribute, properties)),
  };
}

const isPublic = ({ privacy, name, static: ofClass }: Member): boolean => privacy !== 'protected' && privacy !== 'private' && ofClass !== true && !name.startsWith('#');

function typed(attribute: Attribute, properties: ReadonlyMap<string, Member>): Attribute {
  const type = attribute.fieldName === undefined ? undefined : properties.get(attribute.fieldName)?.type;
  return type === undefined ? attribute : { ...attribute, type };
}
