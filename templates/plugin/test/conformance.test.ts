import { conformance } from '@tinhthong/core/testing';
import { floodMarks } from '../src/plugin.ts';

await conformance(floodMarks, new URL('..', import.meta.url));
