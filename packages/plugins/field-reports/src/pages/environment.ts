import type { MountEnvironment, Text } from '@tinhthong/core';
import type { Context } from 'hono';
import type { z } from 'zod';
import type { StaffMedia } from '../media/staff-media.ts';
import type { followed } from '../after-answer/follow-report.ts';
import type { FieldReports } from '../module.ts';
import type { MoveName, ReportState } from '../handling/report-states.ts';
import type { Part } from '../routing/parts-of.ts';
import type { listed, shown, shownEvent, staffEvent } from '../shapes.ts';

/** A request to one of the module's pages. */
export type PageRequest = Context<MountEnvironment<FieldReports>>;

/** What the module's routes answer, as its pages read it. */
export type Listed = z.output<typeof listed>;
export type Shown = z.output<typeof shown>;
export type Followed = z.output<typeof followed>;
export type ShownEvent = z.output<typeof shownEvent> | z.output<typeof staffEvent>;
export interface ListedPage<Item = Listed> {
  readonly items: readonly Item[];
  readonly next: string | null;
}
export interface StaffReport extends Omit<Listed, 'photos'> {
  readonly answer: string | null;
  readonly next: readonly MoveName[];
  readonly similar: readonly { readonly code: string; readonly status: ReportState; readonly metres: number | null; readonly likeness: number | null; readonly voices: number }[];
  readonly voices: number;
  readonly mergedInto: string | null;
  readonly mergedHere: readonly string[];
  readonly voiceRemarks: readonly { readonly at: string; readonly text: string }[];
  readonly timeline: readonly ShownEvent[];
  readonly published: readonly { readonly event: number; readonly type: ShownEvent['type']; readonly at: string; readonly text: string }[];
  readonly pictures: readonly string[];
  readonly evidence: StaffMedia['evidence'];
  readonly afterPhotoNote: string | null;
  readonly video: StaffMedia['video'];
  readonly redactions: StaffMedia['redactions'];
  readonly communeApproximate: boolean;
  readonly refusals: number;
  readonly coordinating: readonly string[];
  readonly parts: readonly Part[];
  readonly answers: readonly { readonly code: string; readonly question: Text; readonly answer: string }[];
  readonly mediaUrls: readonly string[];
}
