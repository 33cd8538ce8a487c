#!/usr/bin/env -S MALLOC_ARENA_MAX=2 node --max-semi-space-size=8
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
  console.error(`Tinh Thông cần Node 22.19 trở lên; đây là ${process.versions.node}. Xem docs/vendors.md.
Tinh Thông needs Node 22.19 or newer; this is ${process.versions.node}. See docs/vendors.md.`);
  process.exit(1);
}

// Types are stripped and scripts compiled once, not at every start. Imported late: older versions lack it.
const { enableCompileCache } = await import('node:module');
enableCompileCache();
// On a large machine V8 lets the heap grow up to fourfold before it looks for garbage: after a load the
// server had 212–263 MB instead of 212–233. 50 would save 20 MB more, for a tenth more CPU a request.
const { setFlagsFromString } = await import('node:v8');
setFlagsFromString('--heap-growing-percent=75');
const supervised = ['start', 'demo'].includes(process.argv[2] ?? '') && !process.argv.includes('--unsupervised');
if (supervised) await import('../src/cli/supervise.ts');
else await import('../src/cli/main.ts');
