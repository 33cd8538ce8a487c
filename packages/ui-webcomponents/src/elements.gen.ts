// Viết bởi / written by `npm run generate`: custom-elements.json

import type { BarChart } from './charts/bar-chart/bar-chart.ts';
import type { Choropleth } from './charts/choropleth/choropleth.ts';
import type { CommunePicker } from './commune-picker/commune-picker.ts';
import type { DataTable } from './data-table/data-table.ts';
import type { Dialog } from './dialog/dialog.ts';
import type { DotChart } from './charts/dot-chart/dot-chart.ts';
import type { Histogram } from './charts/histogram/histogram.ts';
import type { LineChart } from './charts/line-chart/line-chart.ts';
import type { PictureInput } from './picture-input/picture-input.ts';
import type { PlaceField } from './place-field/place-field.ts';
import type { PlaceMap } from './map/place-map/place-map.ts';
import type { PointsMap } from './map/points-map/points-map.ts';
import type { SmallMultiples } from './charts/small-multiples/small-multiples.ts';
import type { Tabs } from './tabs/tabs.ts';
import type { Toast } from './toast/toast.ts';

declare global {
  interface HTMLElementTagNameMap {
    'tt-bar-chart': BarChart;
    'tt-choropleth': Choropleth;
    'tt-commune-picker': CommunePicker;
    'tt-data-table': DataTable;
    'tt-dialog': Dialog;
    'tt-dot-chart': DotChart;
    'tt-histogram': Histogram;
    'tt-line-chart': LineChart;
    'tt-picture-input': PictureInput;
    'tt-place-field': PlaceField;
    'tt-place-map': PlaceMap;
    'tt-points-map': PointsMap;
    'tt-small-multiples': SmallMultiples;
    'tt-tabs': Tabs;
    'tt-toast': Toast;
  }
}

interface Common {
  id?: string;
  class?: string;
  className?: string;
  lang?: 'vi' | 'en';
  theme?: 'light' | 'dark' | 'auto';
  slot?: string;
  hidden?: boolean;
  key?: string | number;
  ref?: unknown;
  children?: unknown;
}

/** Attributes of each element, as JSX, Vue's `GlobalComponents` and templates of others know them. */
export interface TinhThongElements {
  'tt-bar-chart': Common & { rows?: string; upright?: boolean; most?: number | string; 'row-label'?: string; 'value-label'?: string; heading?: string; subheading?: string; description?: string; note?: string; unit?: string; 'heading-level'?: number | string };
  'tt-choropleth': Common & { rows?: string; breaks?: string; 'row-label'?: string; 'value-label'?: string; heading?: string; subheading?: string; description?: string; note?: string; unit?: string; 'heading-level'?: number | string };
  'tt-commune-picker': Common & { value?: string; label?: string; hint?: string; error?: string; optional?: boolean; disabled?: boolean };
  'tt-data-table': Common & { caption?: string; empty?: string; flat?: boolean };
  'tt-dialog': Common & { open?: boolean; heading?: string };
  'tt-dot-chart': Common & { rows?: string; ranks?: boolean; from?: number | string; to?: number | string; reference?: number | string; 'reference-label'?: string; 'row-label'?: string; 'value-label'?: string; heading?: string; subheading?: string; description?: string; note?: string; unit?: string; 'heading-level'?: number | string };
  'tt-histogram': Common & { bounds?: string; counts?: string; marker?: number | string; 'marker-label'?: string; 'bucket-label'?: string; 'count-label'?: string; heading?: string; subheading?: string; description?: string; note?: string; unit?: string; 'heading-level'?: number | string };
  'tt-line-chart': Common & { periods?: string; series?: string; from?: number | string; to?: number | string; cut?: number | string; 'cut-label'?: string; 'period-label'?: string; heading?: string; subheading?: string; description?: string; note?: string; unit?: string; 'heading-level'?: number | string };
  'tt-picture-input': Common & { most?: number | string; largest?: number | string; heic?: boolean; label?: string; hint?: string; error?: string; optional?: boolean; disabled?: boolean };
  'tt-place-field': Common & { province?: string; label?: string; hint?: string; error?: string; 'address-error'?: string; optional?: boolean; disabled?: boolean };
  'tt-place-map': Common & { tiles?: string; attribution?: string; bounds?: string; label?: string; hint?: string; error?: string; optional?: boolean; disabled?: boolean };
  'tt-points-map': Common & { chosen?: string; open?: boolean; tiles?: string; attribution?: string; bounds?: string; label?: string; hint?: string; error?: string; optional?: boolean; disabled?: boolean };
  'tt-small-multiples': Common & { periods?: string; series?: string; compare?: string; from?: number | string; to?: number | string; 'period-label'?: string; heading?: string; subheading?: string; description?: string; note?: string; unit?: string; 'heading-level'?: number | string };
  'tt-tabs': Common & { selected?: string; label?: string };
  'tt-toast': Common;
}
