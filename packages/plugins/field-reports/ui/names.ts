import type { Say, Text } from '@tinhthong/core';
import { type CorePaths, createClient, type Home } from '@tinhthong/ui-webcomponents';
import type { reportsApi } from './reports-api.ts';

/** What codes are called; a code whose name is not known stands for itself. */
export interface Names {
  category(say: Say, code: string): string;
  agency(say: Say, id: string): string;
  commune(code: string): string;
}

/** @returns nothing where the line is gone */
export async function fetchNames(home: Home, api: ReturnType<typeof reportsApi>, embedKey: string | undefined): Promise<Names | undefined> {
  const core = createClient<CorePaths>({ baseUrl: home.origin, embedKey });
  const [categories, agencies, communes] = await Promise.all([api.GET('/api/field-reports/categories'), core.GET('/api/core/agencies'), core.GET('/api/core/communes')]);
  if (categories.data === undefined || agencies.data === undefined || communes.data === undefined) return undefined;
  const named = <Name>(items: readonly { readonly name: Name }[], codes: readonly string[]) => new Map(items.map(({ name }, at) => [codes[at]!, name]));
  const texts = {
    category: named<Text>(categories.data.items, categories.data.items.map(({ code }) => code)),
    agency: named<Text>(agencies.data.items, agencies.data.items.map(({ id }) => id)),
  };
  const places = named(communes.data.items, communes.data.items.map(({ code }) => code));
  const nameOf = (kind: keyof typeof texts) => (say: Say, code: string) => {
    const name = texts[kind].get(code);
    return name === undefined ? code : say(name);
  };
  return { category: nameOf('category'), agency: nameOf('agency'), commune: (code) => places.get(code) ?? code };
}

/** Address and commune; many people write the commune into the address themselves. */
export function placeWords(names: Names, { address, commune }: { readonly address: string | null; readonly commune: string }): string {
  const name = names.commune(commune);
  if (address === null) return name;
  return address.toLowerCase().includes(name.toLowerCase()) ? address : `${address}, ${name}`;
}
