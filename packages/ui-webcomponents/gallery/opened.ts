import { drawn } from '../src/specimen/specimen.ts';

/** Presses “Xem bảng số liệu”. */
export function opened(tag: string): (root: ShadowRoot) => Promise<void> {
  return async (root) => {
    const chart = await drawn(root, tag);
    chart.shadowRoot.querySelector('summary')!.click();
  };
}
