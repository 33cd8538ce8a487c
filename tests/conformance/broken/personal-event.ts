import { z } from 'zod';
import { wells } from '../wells.ts';

/** The log of events forgets nothing, and webhooks carry it away. */
export const breaks = 'events';
const { events } = wells();
const data = z.object({ well: z.uuid(), phone: z.string().optional() });
export const plugin = wells({ events: { ...events, publishes: { ...events.publishes, 'note.left': { ...events.publishes['note.left']!, data } } } });
