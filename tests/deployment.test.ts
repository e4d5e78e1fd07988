import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '@wirewatch/shared/config.ts';
import { SERVICES } from '@wirewatch/shared/pipeline.ts';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

const infra = join(import.meta.dirname, '../infra');
const read = (...path: string[]) => readFileSync(join(infra, ...path), 'utf8');

interface Container {
  name: string;
  image: string;
  args?: string[];
}
interface Resource {
  kind: string;
  metadata: { name: string };
  data?: Record<string, string>;
  stringData?: Record<string, string>;
  spec: { replicas?: number; template: { spec: { containers: Container[] } } };
}

const compose = parse(readFileSync(join(infra, '../docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Record<string, { command: string[]; image: string; environment: Record<string, string> }>;
};
const resources = readdirSync(join(infra, 'kubernetes'))
  .filter((name) => name !== 'kustomization.yaml')
  .flatMap((name) => parseAllDocuments(read('kubernetes', name)))
  .map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS() as Resource | null;
  })
  .filter((resource) => resource !== null);

/** Values for the variables that a user has to set. */
const filled = (text: string) =>
  text.replace(/\$\{(\w+):[?-][^}]*\}/g, (_, name) => (/TOKEN|PASS/.test(name) ? 'a-secret-of-length' : ''));

test('compose runs every service of the pipeline, each from the one image with its role', () => {
  const own = Object.entries(compose.services).filter(([, service]) => service.image === 'wirewatch');
  expect(own.map(([name, { command }]) => [name, ...command]).sort()).toEqual(
    [['migrate', 'db', 'migrate'], ...SERVICES.map((name) => [name, 'work', name])].sort(),
  );
});

test('Kubernetes runs every service of the pipeline, the scheduler once', () => {
  const deployments = resources.filter(({ kind }) => kind === 'Deployment');
  const roles = deployments.map(({ spec }) => spec.template.spec.containers[0]!.args);
  expect(roles.sort()).toEqual(SERVICES.map((name) => ['work', name]).sort());
  expect(deployments.find(({ metadata }) => metadata.name === 'scheduler')?.spec.replicas).toBe(1);
});

test('their environments are ones that a service accepts', () => {
  for (const [name, { environment, image }] of Object.entries(compose.services)) {
    if (image !== 'wirewatch') continue;
    const env = Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, filled(value)]));
    expect(readConfig(env).dataDir, name).toBe('/data');
  }
  const config = resources.find(({ kind }) => kind === 'ConfigMap')!.data!;
  const secret = resources.find(({ kind }) => kind === 'Secret')!.stringData!;
  expect(() => readConfig({ ...config, ...secret })).toThrow(/WIREWATCH_TOKEN/);
  expect(readConfig({ ...config, ...secret, WIREWATCH_TOKEN: 'a-secret-of-length' }).blobUrl).toMatch(/^s3:/);
});

test('the files that Kubernetes and Prometheus name are there', () => {
  const { resources: listed } = parse(read('kubernetes', 'kustomization.yaml')) as { resources: string[] };
  const present = readdirSync(join(infra, 'kubernetes')).filter((name) => name !== 'kustomization.yaml');
  expect(listed.sort()).toEqual(present.sort());
  const { rule_files } = parse(read('prometheus.yml')) as { rule_files: string[] };
  for (const file of rule_files) expect(read(file)).toContain('groups:');
});

test('alerts and the Grafana page ask for the metrics of one list, with their labels', () => {
  const labels: Record<string, string[]> = {
    wirewatch_outcomes_total: ['stage', 'outcome'],
    wirewatch_queue_jobs: ['stage', 'state'],
    wirewatch_queue_oldest_seconds: ['stage', 'lane'],
    wirewatch_stage_seconds_bucket: ['stage'],
    wirewatch_feeds: ['state'],
    wirewatch_feed_silent: [],
    wirewatch_large_groups: [],
  };
  const alerts = parse(read('prometheus-alerts.yml')) as { groups: Array<{ rules: Array<{ expr: string }> }> };
  const page = JSON.parse(read('grafana/wirewatch.json')) as { panels: Array<{ targets: Array<{ expr: string }> }> };
  const asked = [
    ...alerts.groups.flatMap(({ rules }) => rules.map(({ expr }) => expr)),
    ...page.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ];
  const used = asked.flatMap((expr) => [...expr.matchAll(/(wirewatch_\w+)(?:\{(\w+)[=!])?/g)]);
  for (const [, metric, label] of used) {
    expect(Object.keys(labels)).toContain(metric);
    if (label) expect(labels[metric!]).toContain(label);
  }
  expect(new Set(used.map(([, metric]) => metric))).toEqual(new Set(Object.keys(labels)));
});

test('Redis keeps every key, as the services demand', () => {
  expect(read('redis.conf')).toMatch(/^maxmemory-policy noeviction$/m);
});
