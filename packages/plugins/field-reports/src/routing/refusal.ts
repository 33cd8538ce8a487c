/** Who becomes the owner when an agency says that a report is not its business. */
export interface Refusal {
  readonly owner: string;
  /** Refusals of this report before this one. */
  readonly refusals: number;
  readonly proposed: string;
  readonly dispatcher: string;
}

export type RefusalOutcome = { readonly to: string } | { readonly fault: 'proposes-itself' | 'dispatcher-decides' | 'refused-twice' };

export const mostRefusals = 2;

/**
 * No passing around: the first refusal goes to whom the agency proposes, the second to the dispatcher, who decides by
 * assigning; after that the report stays where it was put. There is always exactly one owner.
 */
export function refuse({ owner, refusals, proposed, dispatcher }: Refusal): RefusalOutcome {
  if (refusals >= mostRefusals) return { fault: 'refused-twice' };
  if (owner === dispatcher) return { fault: 'dispatcher-decides' };
  if (proposed === owner) return { fault: 'proposes-itself' };
  return { to: refusals === 0 ? proposed : dispatcher };
}
