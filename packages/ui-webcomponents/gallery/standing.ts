import { drawn } from '../src/specimen/specimen.ts';

/** Waits until Leaflet has come and drawn. */
export async function standing(root: ShadowRoot, tag: string): Promise<void> {
  const map = await drawn(root, tag);
  for (let tries = 0; tries < 200 && map.shadowRoot.querySelector('.leaflet-pane') === null; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
}
