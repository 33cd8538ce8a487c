/** Whose code is running. */
export interface UnderWay {
  /** Its id; while it is being imported, the name it is imported by. */
  readonly plugin: string;
  /** Null while it is being imported: that is for no province. */
  readonly province: string | null;
  /** The route, page, job …: never an address with ids in it. */
  readonly operation: string;
}

/** The global function of the main thread by which the watchdog's thread asks it. */
export const whoRuns = 'tinhthongWhoRuns';
