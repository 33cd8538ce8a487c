import type { Home, Say, Text } from '@tinhthong/ui-webcomponents';
import { isWithin } from '@tinhthong/ui-webcomponents/place-field';
import { html, type TemplateResult } from 'lit';

interface Listed {
  readonly name: Text;
  readonly bounds: readonly [number, number, number, number];
  readonly url: string;
}

/** The link to the province beside this one that a point lies in. The list comes to the device: where somebody stands is told to nobody. */
export async function elsewhere({ origin }: Home, say: Say, point: { readonly lat: number; readonly lon: number }): Promise<TemplateResult | undefined> {
  const answer = await fetch(`${origin}/embed/v1/provinces.json`, { credentials: 'omit' }).catch(() => undefined);
  if (answer?.ok !== true) return undefined;
  const { provinces } = (await answer.json()) as { provinces: readonly Listed[] };
  const found = provinces.find(({ bounds }) => isWithin(point, bounds));
  if (found === undefined) return undefined;
  const name = say(found.name.vi, found.name.en ?? found.name.vi);
  return html`<p class="notice" role="status">${say('Nếu sự việc ở ngay vị trí đó:', 'If it happens right there:')} <a href="${found.url}/phan-anh/gui" target="_blank" rel="noopener">${say(`gửi phản ánh đến ${name}`, `send your report to ${name}`)}</a></p>`;
}
