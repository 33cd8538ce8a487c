interface ImportMeta {
  /** Vite's: files of this package and of others, each loaded when it is asked for. */
  glob<Module>(patterns: readonly string[]): Record<string, () => Promise<Module>>;
}
