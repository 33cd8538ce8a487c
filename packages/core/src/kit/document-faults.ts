import type { OpenApiDocument } from '../http/module-document.ts';

/**
 * What is wrong with an OpenAPI document: by Redocly's strict rules where that linter is installed, which it is not in a
 * deployment, and schemas that say nothing. A line each.
 */
export async function documentFaults(document: OpenApiDocument): Promise<string[]> {
  return [...(await lint(document)), ...emptySchemas(document, '#', '').map((path) => `says nothing: ${path}`)];
}

async function lint(document: OpenApiDocument): Promise<string[]> {
  const linter = await import('@redocly/openapi-core').catch(() => undefined);
  if (linter === undefined) return [];
  const { createConfig, lintFromString } = linter;
  const problems = await lintFromString({ source: JSON.stringify(document), config: await createConfig({ extends: ['recommended-strict'] }) });
  return problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ''}`);
}

function emptySchemas(value: unknown, path: string, parent: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]: [string, unknown]) => {
    const isSchema = key === 'schema' || key === 'items' || parent === 'properties';
    if (isSchema && typeof child === 'object' && child !== null && Object.keys(child).length === 0) return [`${path}/${key}`];
    return emptySchemas(child, `${path}/${key}`, key);
  });
}
