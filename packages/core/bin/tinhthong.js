#!/usr/bin/env -S node --max-semi-space-size=8
import { enableCompileCache } from 'node:module';

// Types are stripped and scripts compiled once, not at every start.
enableCompileCache();
await import('../src/cli/main.ts');
