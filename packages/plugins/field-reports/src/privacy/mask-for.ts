import { configurationOf } from '../configuration.ts';
import type { ReportContext } from '../module.ts';
import { maskText } from './mask-text.ts';

/** A text as the public may read it, under the rules of the report's category. */
export async function maskFor(ctx: ReportContext, category: string, text: string): Promise<string> {
  const { categories } = await configurationOf(ctx);
  return maskText(text, { plates: categories.get(category)?.maskPlates ?? false });
}
