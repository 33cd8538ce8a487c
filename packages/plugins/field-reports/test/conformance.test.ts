import { conformance } from '@tinhthong/core/testing';
import { fieldReports } from '../src/plugin.ts';

await conformance(fieldReports, new URL('..', import.meta.url));
