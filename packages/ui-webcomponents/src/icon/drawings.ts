import type { Drawing } from './icon.ts';

// One name each, so that a bundle keeps only what it uses. The same lines as the icons of the province's pages.
const ring = 'M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0';
const wideRing = 'M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0';

export const pin: Drawing = { line: 'M12 21s7-6.5 7-12a7 7 0 0 0-14 0c0 5.5 7 12 7 12zM9.5 9a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0' };
export const locate: Drawing = { line: 'M5.5 12a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M12 2.5V8M12 16v5.5M2.5 12H8M16 12h5.5' };
export const map: Drawing = { line: 'm3 6.5 6-2.5 6 2.5 6-2.5v13.5L15 20l-6-2.5L3 20zM9 4v13.5M15 6.5V20' };
export const camera: Drawing = { line: 'M4 8h3l2-3h6l2 3h3v11H4zM8.7 13a3.3 3.3 0 1 0 6.6 0 3.3 3.3 0 1 0-6.6 0' };
export const picture: Drawing = { line: 'M4 5h16v14H4zM4 16l5-5 4 4 2.5-2.5L20 17M14.5 9h.01' };
export const clock: Drawing = { line: `${wideRing}M12 7v5l3 2` };
export const warning: Drawing = { line: 'm12 4 9 16H3zM12 10v4M12 17h.01' };
export const done: Drawing = { line: `${wideRing}M8 12.5l3 3 5-6` };
export const info: Drawing = { line: `${wideRing}M12 11v5M12 8h.01` };
export const close: Drawing = { line: 'M6 6l12 12M18 6 6 18' };
export const down: Drawing = { line: 'm6 9 6 6 6-6' };
export const ascending: Drawing = { line: 'M12 19V5M6.5 10.5 12 5l5.5 5.5' };
export const descending: Drawing = { line: 'M12 5v14M6.5 13.5 12 19l5.5-5.5' };
export const unsorted: Drawing = { line: 'm8 9.5 4-4 4 4M8 14.5l4 4 4-4' };

export const submitted: Drawing = { line: ring };
export const accepted: Drawing = { line: ring, filled: 'M12 12V4a8 8 0 0 1 8 8z' };
export const assigned: Drawing = { line: ring, filled: 'M12 4a8 8 0 0 1 0 16z' };
export const inProgress: Drawing = { line: ring, filled: 'M12 4a8 8 0 1 1-8 8h8z' };
export const answered: Drawing = { line: 'M4 5h16v11h-9l-4 4v-4H4zM8 9h8M8 12h5' };
export const rejected: Drawing = { line: `${wideRing}M9 9l6 6M15 9l-6 6` };
export const reopened: Drawing = { line: 'M4 12a8 8 0 1 0 2.5-5.8L4 8.5M4 4v4.5h4.5' };
export const withdrawn: Drawing = { line: `${wideRing}M8 12h8` };
export const merged: Drawing = { line: 'M6 4v4c0 4 6 4 6 8v4M18 4v4c0 4-6 4-6 8M9 17l3 3 3-3' };
