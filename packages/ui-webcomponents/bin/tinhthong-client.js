#!/usr/bin/env node
import '../src/generate-client.ts';
