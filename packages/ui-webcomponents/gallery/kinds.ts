import type { Text } from '../src/base/language.ts';

/** In which part of the gallery an element stands: where its file lies says it. */
export const kinds = {
  fields: { vi: 'Ô nhập, nút, thông báo', en: 'Fields, buttons, messages' },
  charts: { vi: 'Biểu đồ', en: 'Charts' },
  map: { vi: 'Bản đồ', en: 'Maps' },
  widgets: { vi: 'Widget của các phân hệ', en: 'Widgets of the modules' },
} satisfies Record<string, Text>;

export type Kind = keyof typeof kinds;

export function kindOf(path: string): Kind {
  if (path.includes('/plugins/')) return 'widgets';
  return path.includes('/charts/') ? 'charts' : path.includes('/map/') ? 'map' : 'fields';
}
