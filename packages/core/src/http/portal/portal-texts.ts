import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Tenant } from '../../plugin/context.ts';
import type { Language } from '../language.ts';

/** What a province may say in its own words: its welcome, what the portal is, how far everybody can use it. */
export const portalTextNames = ['home', 'about', 'accessibility'] as const;
export type PortalTextName = (typeof portalTextNames)[number];

export interface PortalTexts {
  /** The text with the province's own values filled in; the Vietnamese one where there is no other. */
  of(tenant: Tenant, name: PortalTextName, language: Language): string | undefined;
}

const fileName = /^(?<name>[a-z]+)\.(?<language>vi|en)\.md$/;

/** Reads `<name>.<language>.md` of the folder once, and those of `<province>/` in it, which stand before the common ones. */
export function readPortalTexts(folder: URL | undefined): PortalTexts {
  const texts = new Map<string, string>();
  if (folder !== undefined) {
    const root = fileURLToPath(folder);
    readInto(texts, root, '');
    for (const entry of existsSync(root) ? readdirSync(root, { withFileTypes: true }) : []) if (entry.isDirectory()) readInto(texts, join(root, entry.name), entry.name);
  }
  return {
    of({ id, name: province, hotline, hosts }, name, language) {
      const text = [language, 'vi'].flatMap((one) => [`${id}/${name}.${one}`, `/${name}.${one}`]).map((key) => texts.get(key)).find((one) => one !== undefined);
      const values: Readonly<Record<string, string>> = { province: (language === 'en' ? province.en : undefined) ?? province.vi, hotline, host: hosts[0]! };
      return text?.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
    },
  };
}

function readInto(texts: Map<string, string>, folder: string, province: string): void {
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder)) {
    const { name, language } = fileName.exec(file)?.groups ?? {};
    if (name !== undefined) texts.set(`${province}/${name}.${language}`, readFileSync(join(folder, file), 'utf8').normalize('NFC'));
  }
}
