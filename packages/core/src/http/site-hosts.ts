/** Where the sites beside the provinces' own answer: host names in lower case, without scheme and port. */
export interface SiteHosts {
  /** The page that links the provinces. */
  readonly index: string;
  readonly ministry: string;
  readonly platform: string;
}

/** What every machine reaches itself by: for trying. */
export const localHosts: SiteHosts = { index: 'localhost', ministry: 'ministry.localhost', platform: 'platform.localhost' };
