/**
 * What each resource of GeoReport v2 is called in XML. JSON has no outer element, and lists are arrays there; so the
 * names of the elements of lists are all that the two formats differ in.
 */
export const formats = ['xml', 'json'] as const;
export type Format = (typeof formats)[number];

export const mediaTypes: Readonly<Record<Format, string>> = { xml: 'text/xml; charset=utf-8', json: 'application/json; charset=utf-8' };

export type Value = string | number | boolean | null | readonly Value[] | Fields;
export interface Fields {
  readonly [name: string]: Value;
}

/** Outer element of each answer; of those that are lists, the name of their elements stands below. */
export type Root = 'discovery' | 'services' | 'service_definition' | 'service_requests' | 'service_request_updates' | 'errors';

/** The element of each list, by the name of the list. */
export const elementOf: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  service_request_updates: 'request_update',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
  attributes: 'attribute',
  values: 'value',
  answers: 'answer',
};
