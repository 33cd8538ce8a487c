#!/usr/bin/env node
import '../src/manifest/generate-elements.ts';
