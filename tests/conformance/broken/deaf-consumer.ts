import { wells } from '../wells.ts';

/** It waits for an event that nobody publishes. */
export const breaks = 'events';
const { events } = wells();
export const plugin = wells({ events: { ...events, consumes: { ...events.consumes, 'note.deleted': ['count-notes'] } } });
