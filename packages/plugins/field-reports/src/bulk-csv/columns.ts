/** The header of the Open311 bulk shape, in its order. */
export const csvColumns = [
  'service_request_id', 'requested_datetime', 'updated_datetime', 'closed_date', 'status_description', 'status_notes', 'source',
  'service_name', 'service_subtype', 'description', 'agency_responsible', 'address', 'lat', 'long',
] as const;
export type CsvColumn = (typeof csvColumns)[number];

/** What a line says, by column; as it was written, but for the sign that makes a spreadsheet leave it alone. */
export type CsvCells = Readonly<Record<CsvColumn, string>>;
