/** A public point as GeoJSON has it; what the list says of it is in its properties. */
export interface PointFeature {
  readonly type: 'Feature';
  readonly id?: string | number;
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly number[] };
  readonly properties: {
    readonly title: string;
    /** State and date, in words. */
    readonly detail?: string;
    readonly href?: string;
    readonly [name: string]: unknown;
  };
}

export const lonOf = ({ geometry }: PointFeature): number => geometry.coordinates[0] ?? 0;
export const latOf = ({ geometry }: PointFeature): number => geometry.coordinates[1] ?? 0;
