/** What every module may read of the core, under the `core` schema. Never written by modules. */
export interface CoreViews {
  'core.agencies': AgencyRow;
  'core.communes': CommuneRow;
  'core.event_log': EventRow;
  'core.stored_files': FileRow;
}

export interface AgencyRow {
  id: string;
  name_vi: string;
  name_en: string | null;
  kind: string;
  commune: string | null;
  parent: string | null;
}

export interface CommuneRow {
  code: string;
  name: string;
  type: 'phuong' | 'xa' | 'dac_khu';
  lat: number;
  lon: number;
}

/** The province's event log; a module reads the events of its own subjects. */
export interface EventRow {
  id: number;
  position: number | null;
  plugin: string;
  type: string;
  subject: string;
  at: Date;
  actor_kind: string;
  agency: string | null;
  data: unknown;
}

export interface FileRow {
  id: string;
  subject: string | null;
  media_type: string;
  width: number | null;
  height: number | null;
}
