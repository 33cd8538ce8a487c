/** A text that people read: Vietnamese first, English where a foreign visitor or developer may meet it. */
export interface Text {
  readonly vi: string;
  readonly en?: string;
}
