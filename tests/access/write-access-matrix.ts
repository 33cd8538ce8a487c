import { fileURLToPath } from 'node:url';
import { accessPage, settleFiles } from '@tinhthong/core/testing';
import { operations, templateRoles } from './matrix.ts';

const page = fileURLToPath(new URL('../../docs/access-matrix.md', import.meta.url));
await settleFiles(new Map([[page, accessPage(await templateRoles(), operations)]]), { check: process.argv.includes('--check') });
