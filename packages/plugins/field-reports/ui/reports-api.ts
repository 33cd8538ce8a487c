import { createClient, type Home, type Language, type Problem, type Refusal } from '@tinhthong/ui-webcomponents';
import type { paths } from './api.gen.ts';

/** The API of this module at a province; on pages of other websites with the key made for them. */
export const reportsApi = ({ origin }: Home, language: Language, embedKey?: string) => createClient<paths>({ baseUrl: origin, language, embedKey });

/** Why a widget has nothing to show, as the server said it: too many at once is no dead line. Either can be tried again. */
export const unanswered = (problem: Problem | undefined): Refusal | undefined => problem && { reason: 'unreachable', message: problem.messages };
