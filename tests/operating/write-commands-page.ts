import { fileURLToPath } from 'node:url';
import { settleFiles } from '@tinhthong/core/testing';
import { commandsPage } from './commands-page.ts';

const page = fileURLToPath(new URL('../../docs/commands.md', import.meta.url));
await settleFiles(new Map([[page, await commandsPage()]]), { check: process.argv.includes('--check') });
