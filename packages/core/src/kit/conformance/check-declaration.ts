import { dataOnly } from './declaration/data-only.ts';
import type { Declared } from './declaration/declared.ts';
import { documents } from './declaration/documents.ts';
import { events } from './declaration/events.ts';
import { faces } from './declaration/faces.ts';
import { guards } from './declaration/guards.ts';
import { inputs } from './declaration/inputs.ts';
import { jobs } from './declaration/jobs.ts';
import { messages } from './declaration/messages.ts';
import { metrics } from './declaration/metrics.ts';
import { names } from './declaration/names.ts';
import { outbound } from './declaration/outbound.ts';
import { permissions } from './declaration/permissions.ts';
import { personalDeclared } from './declaration/personal-declared.ts';
import { settings } from './declaration/settings.ts';
import { texts } from './declaration/texts.ts';
import { version } from './declaration/version.ts';
import { type CheckResult, tryCheck } from './try-check.ts';

const checks = [names, version, dataOnly, texts, guards, permissions, documents, inputs, events, jobs, messages, metrics, settings, outbound, faces, personalDeclared];

/** What can be told from what a plugin says of itself, without a database and without running any of it. */
export async function checkDeclaration(declared: Declared, onResult?: (result: CheckResult) => void): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of checks) {
    const result = await tryCheck(check, declared);
    results.push(result);
    onResult?.(result);
  }
  return results;
}
