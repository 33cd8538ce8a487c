#!/usr/bin/env node
import '../src/client/generate-client.ts';
