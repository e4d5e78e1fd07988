import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@wirewatch/shared/config.ts';
import { PIPELINE, SERVICES, STAGES } from '@wirewatch/shared/pipeline.ts';
import { CONNECTIONS } from '@wirewatch/shared/store/database/open-postgres.ts';
import { expect, test } from 'vitest';
import { onPath } from 'wirewatch/private-redis/on-path.ts';
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
  const secrets = (...names: string[]) =>
    Object.assign({}, ...names.map((name) => resources.find((each) => each.metadata.name === name)!.stringData));
  const stores = secrets('wirewatch-stores');
  expect(() => readConfig({ ...config, ...stores, ...secrets('wirewatch-dashboard') })).toThrow(/WIREWATCH_TOKEN/);
  expect(readConfig({ ...config, ...stores, ...secrets('wirewatch-blobs') }).blobUrl).toMatch(/^s3:/);
  expect(new URL(stores.REDIS_URL).password).not.toBe('');
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
    wirewatch_attention: ['kind'],
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

interface Scaled {
  metadata: { name: string };
  spec: {
    scaleTargetRef: { name: string };
    minReplicaCount: number;
    maxReplicaCount: number;
    triggers: Array<{ type: string; metadata: { query: string; threshold: string } }>;
  };
}

test('workers are scaled by metrics that the dashboard exports, within the connections that Postgres has', () => {
  const scaled = parseAllDocuments(read('autoscaling', 'scaled-objects.yaml')).map((one) => one.toJS() as Scaled);
  const stageOf = new Map(STAGES.map((stage) => [PIPELINE[stage].service as string, stage]));
  expect(scaled.map(({ metadata }) => metadata.name).sort()).toEqual([...stageOf.keys()].sort());
  const source = readFileSync(join(infra, '../services/dashboard/monitor/metrics.ts'), 'utf8');
  for (const { metadata, spec } of scaled) {
    expect(spec.scaleTargetRef.name).toBe(metadata.name);
    expect(spec.minReplicaCount).toBeLessThan(spec.maxReplicaCount);
    for (const { type, metadata: trigger } of spec.triggers) {
      expect(type).toBe('prometheus');
      const [, metric, stage] = /(wirewatch_\w+)\{stage="(\w+)"/.exec(trigger.query) ?? [];
      expect(source).toContain(`'${metric}'`);
      expect(stage).toBe(stageOf.get(metadata.name));
      expect(Number(trigger.threshold)).toBeGreaterThan(0);
      if (metric === 'wirewatch_queue_depth' && stage !== 'fetch')
        expect(Number(trigger.threshold)).toBeLessThan(readConfig({}).WIREWATCH_BACKLOG_LIMIT);
    }
  }
  const processes = scaled.reduce((sum, { spec }) => sum + spec.maxReplicaCount, SERVICES.length - scaled.length);
  const room = Number(/^max_connections = (\d+)$/m.exec(read('postgres.conf'))![1]);
  expect(processes * CONNECTIONS).toBeLessThan(room);
});

test('a drained node leaves one worker of every stage, and workers of a stage are spread over nodes', () => {
  const budgets = resources.filter(({ kind }) => kind === 'PodDisruptionBudget').map(({ metadata }) => metadata.name);
  expect(budgets.sort()).toEqual(SERVICES.filter((name) => name !== 'scheduler').sort());
  for (const service of new Set(STAGES.map((stage) => PIPELINE[stage].service))) {
    const { spec } = resources.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === service)!;
    const { topologySpreadConstraints } = spec.template.spec as { topologySpreadConstraints?: unknown };
    const own = { matchLabels: { 'app.kubernetes.io/component': service } };
    expect(topologySpreadConstraints, service).toMatchObject([
      { topologyKey: 'kubernetes.io/hostname', labelSelector: own },
    ]);
  }
});

test('Redis keeps every key, as the services demand', () => {
  expect(read('redis.conf')).toMatch(/^maxmemory-policy noeviction$/m);
});

interface Policy {
  metadata: { name: string };
  spec: {
    podSelector: { matchLabels?: Record<string, string>; matchExpressions?: Array<{ values: string[] }> };
    policyTypes: string[];
    egress?: Array<{ to?: Array<{ ipBlock?: { cidr: string; except?: string[] } }> }>;
    ingress?: Array<{ from?: unknown[] }>;
  };
}

test('in Kubernetes nobody speaks to anybody but by a policy: only fetcher and webhooks go out, Redis and Postgres take only ours', () => {
  const policies = new Map(
    resources
      .filter(({ kind }) => kind === 'NetworkPolicy')
      .map((each) => [each.metadata.name, (each as unknown as Policy).spec] as const),
  );
  expect(policies.get('nobody')).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
  const goOut = [...policies].filter(([, spec]) =>
    spec.egress?.some((rule) => rule.to?.some((to) => to.ipBlock?.cidr === '0.0.0.0/0')),
  );
  expect(goOut.map(([name]) => name)).toEqual(['out']);
  const [, out] = goOut[0]!;
  expect(out.podSelector.matchExpressions![0]!.values).toEqual(['fetcher', 'scheduler']);
  for (const { ipBlock } of out.egress![0]!.to!) expect(ipBlock!.except!.length).toBeGreaterThan(0);
  for (const name of ['redis', 'postgres']) {
    expect(policies.get(name)!.ingress).toMatchObject([
      { from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/part-of': 'wirewatch' } } }] },
    ]);
  }
});

interface Hardened {
  metadata: { name: string };
  spec: {
    template: {
      spec: {
        automountServiceAccountToken: boolean;
        securityContext: { runAsNonRoot: boolean; seccompProfile: { type: string } };
        containers: Array<{ image: string; envFrom?: Array<{ secretRef?: { name: string } }> }>;
      };
    };
  };
}

test('each pod runs as nobody in particular, shut in, with the secrets that it needs and no other', () => {
  const secretsOf: Record<string, string[]> = {};
  const { images } = parse(read('kubernetes', 'kustomization.yaml')) as { images: Array<{ name: string }> };
  for (const each of resources.filter(({ kind }) => ['Deployment', 'StatefulSet', 'Job'].includes(kind))) {
    const { metadata, spec } = each as unknown as Hardened;
    const pod = spec.template.spec;
    expect(pod.securityContext, metadata.name).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(pod.automountServiceAccountToken, metadata.name).toBe(false);
    for (const { image, envFrom } of pod.containers) {
      expect(images.map(({ name }) => name)).toContain(image);
      secretsOf[metadata.name] = (envFrom ?? []).flatMap(({ secretRef }) => secretRef?.name ?? []);
    }
  }
  expect(secretsOf).toEqual({
    fetcher: ['wirewatch-stores', 'wirewatch-blobs'],
    cleaner: ['wirewatch-stores', 'wirewatch-blobs'],
    deduplicator: ['wirewatch-stores'],
    classifier: ['wirewatch-stores'],
    scheduler: ['wirewatch-stores', 'wirewatch-blobs', 'wirewatch-hooks'],
    dashboard: ['wirewatch-stores', 'wirewatch-blobs', 'wirewatch-dashboard'],
    migrate: ['wirewatch-stores'],
    redis: [],
    postgres: [],
  });
});

test('an image is built from the lockfile, and the services have a role in Postgres that owns its database and no more', () => {
  expect(read('Dockerfile')).toMatch(/npm ci --omit=dev/);
  expect(read('Dockerfile')).toContain('services/cli/bin/compile-ahead.mjs');
  expect(read('postgres-roles.sh')).toMatch(/nosuperuser nocreatedb nocreaterole/);
});

const analyze = await onPath('systemd-analyze');

test.runIf(analyze !== null)('systemd reads the unit without a complaint, and finds it shut in', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ww-unit-'));
  const unit = join(folder, 'wirewatch.service');
  // What it starts has to be there for systemd to be content.
  writeFileSync(unit, read('systemd', 'wirewatch.service').replaceAll('/opt/wirewatch', join(infra, '..')));
  const verified = spawnSync(analyze!, ['verify', unit], { encoding: 'utf8' });
  expect(verified.stderr + verified.stdout).toBe('');
  expect(verified.status).toBe(0);
  const judged = spawnSync(analyze!, ['security', '--offline=true', '--threshold=20', unit], {
    encoding: 'utf8',
  });
  expect(judged.status, judged.stdout.slice(-300)).toBe(0);
  rmSync(folder, { recursive: true });
});

test('what the pages on installing name is there', () => {
  const folder = join(infra, '../docs/install');
  for (const page of readdirSync(folder)) {
    const text = readFileSync(join(folder, page), 'utf8');
    const files = [
      ...[...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map((match) => join(folder, match[1]!)),
      ...[...text.matchAll(/\b(infra\/[\w./-]+)/g)].map((match) => join(infra, '..', match[1]!)),
    ];
    for (const file of files) expect(existsSync(file), `${page}: ${file}`).toBe(true);
  }
});

test('each promise of docs/security.md names tests that are there', () => {
  const rows = readFileSync(join(infra, '../docs/security.md'), 'utf8').match(/^\| (?!against|---|right|`).*\|$/gm)!;
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) {
    const named = [
      ...row
        .split('|')
        .at(-2)!
        .matchAll(/`([^`]+)`/g),
    ].map((match) => join(infra, '..', match[1]!));
    expect(named, row).not.toEqual([]);
    for (const file of named) expect(existsSync(file), file).toBe(true);
  }
});
