import { createHash } from 'node:crypto';
import { type Deployment, type DeploymentOptions, startDeployment } from '../support/start-deployment.ts';

export const provinces = ['hue', 'dak-lak'] as const;
export type ProvinceId = (typeof provinces)[number];

/** Of an integrated system of the province, with every right that the moves of a report need, and webhooks. */
export const apiKey = 'ttk_faults_0123456789';
const scopes = ['report:read', 'report:accept', 'report:assign', 'report:handle', 'report:close', 'webhook:manage'];

/** A deployment with two provinces from their templates, an API key in each, no reports, and no server yet. */
export async function twoProvinces(options?: DeploymentOptions): Promise<Deployment> {
  const deployment = await startDeployment(new URL('./deployment/', import.meta.url), options);
  try {
    // One after another: the first makes the control database.
    for (const province of provinces) {
      await deployment.tinhthong('tenant', 'create', province);
      await deployment.tinhthong('module', 'enable', province, 'ledger');
      const client = await deployment.connect({ province });
      await client.query('insert into core.api_keys (name, hash, scopes) values ($1, $2, $3)', [
        'faults',
        createHash('sha256').update(apiKey).digest(),
        scopes,
      ]);
      await client.end();
    }
    return deployment;
  } catch (error) {
    await deployment[Symbol.asyncDispose]();
    throw error;
  }
}
