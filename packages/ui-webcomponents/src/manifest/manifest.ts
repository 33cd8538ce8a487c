/** What of a custom-elements manifest (webcomponents/custom-elements-manifest, schema 1.0.0) is read and written here. */
export interface Manifest {
  readonly schemaVersion: string;
  readonly readme: string;
  modules: ManifestModule[];
}

export interface ManifestModule {
  readonly kind: 'javascript-module';
  path: string;
  declarations: Declaration[];
  exports: { readonly kind: string; readonly name: string; readonly declaration: { readonly name: string; readonly module?: string } }[];
}

export interface Declaration {
  readonly kind: string;
  readonly name: string;
  readonly tagName?: string;
  readonly description?: string;
  members?: Member[];
  attributes?: Attribute[];
  events?: { readonly name: string; readonly description?: string }[];
  /** Ours: the schema has no word for it. */
  examples?: string[];
}

export interface Member {
  readonly kind: 'field' | 'method';
  readonly name: string;
  readonly privacy?: 'public' | 'protected' | 'private';
  readonly static?: boolean;
  readonly type?: { readonly text: string };
  readonly readonly?: boolean;
  readonly description?: string;
  readonly attribute?: string;
}

export interface Attribute {
  readonly name: string;
  readonly fieldName?: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
}
