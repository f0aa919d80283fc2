/** The chart: what Helm, Kubernetes' own schemas, Prometheus and Mailroom itself say of it. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { z } from 'zod';
import { parseConfig } from '../../src/config/config.ts';
import { findHelm, findPromtool, findPythonTools } from '../../tools/release/programs.ts';
import { projectRoot } from '../../tools/servers/paths.ts';
import { command, tryCommand } from '../../tools/servers/run.ts';
import { podSecurityProblems, podSpec } from '../support/pod-security.ts';

const chart = join(projectRoot, 'deploy/helm/mailroom');
/** The Kubernetes for which it is rendered and checked. */
const KUBERNETES = '1.34';

const object = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), labels: z.record(z.string(), z.string()) }),
});
type KubernetesObject = z.output<typeof object>;

const withPods = z.looseObject({ spec: z.looseObject({ template: z.looseObject({ spec: podSpec }) }) });

describe('the chart', { timeout: 900_000 }, () => {
  let helm = '';
  let python = '';
  let folder = '';
  /** The values of its own README. */
  let example: Record<string, unknown> = {};
  before(async () => {
    [helm, python] = [await findHelm(), await findPythonTools()];
    folder = await mkdtemp(join(tmpdir(), 'mailroom-chart-'));
    const readme = await readFile(join(chart, 'README.md'), 'utf8');
    const [, yaml = ''] = /```yaml\n(.*?)```/s.exec(readme) ?? [];
    example = z.record(z.string(), z.unknown()).parse(parse(yaml));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const valuesFile = async (values: object): Promise<string> => {
    await writeFile(join(folder, 'values.yaml'), stringify(values));
    return join(folder, 'values.yaml');
  };
  const template = async (values: object) =>
    tryCommand([
      ...([helm, 'template', 'mailroom', chart, '--namespace', 'matrix', '--kube-version', KUBERNETES] as const),
      ...['--values', await valuesFile(values)],
    ]);
  const render = async (values: object): Promise<KubernetesObject[]> => {
    const { code, stdout, stderr } = await template(values);
    assert.equal(code, 0, stderr);
    await writeFile(join(folder, 'rendered.yaml'), stdout);
    return parseAllDocuments(stdout)
      .map((document) => document.toJS() as unknown)
      .filter((value) => value !== null)
      .map((value) => object.parse(value));
  };

  const everything = () => ({
    ...example,
    replicas: 3,
    image: { repository: 'registry.example.org/mailroom', digest: `sha256:${'0'.repeat(64)}` },
    imagePullSecrets: [{ name: 'pull' }],
    dashboard: { enabled: true },
    labels: { team: 'mail' },
    annotations: { 'example.org/owner': 'mail' },
    podLabels: { pod: 'label' },
    podAnnotations: { 'example.org/pod': 'annotation' },
    service: { type: 'LoadBalancer', port: 8080, annotations: { 'example.org/lb': 'internal' } },
    serviceAccount: { create: false, name: 'mine' },
    extraEnv: [{ name: 'NODE_EXTRA_CA_CERTS', value: '/ca/ca.pem' }],
    extraEnvFrom: [{ secretRef: { name: 'more' } }],
    extraVolumes: [{ name: 'ca', configMap: { name: 'ca' } }],
    extraVolumeMounts: [{ name: 'ca', mountPath: '/ca', readOnly: true }],
    priorityClassName: 'important',
    nodeSelector: { disk: 'fast' },
    tolerations: [{ key: 'mail', operator: 'Exists' }],
    hostAliases: [{ ip: '192.0.2.1', hostnames: ['imap.example.org'] }],
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' },
    ],
  });
  const ownFile = () => ({ ...example, config: {}, existingConfig: { name: 'mine' }, migration: { enabled: true } });

  it('is taken by helm lint, without a warning', async () => {
    for (const values of [example, everything(), ownFile()]) {
      const said = await command([helm, 'lint', '--strict', chart, '--values', await valuesFile(values)]);
      assert.doesNotMatch(said, /\[(?:WARNING|ERROR)\]/);
    }
  });

  it('makes objects that the schemas of Kubernetes take, with nothing that they do not know', async () => {
    for (const values of [example, everything(), ownFile()]) {
      const objects = await render(values);
      const argv = [join(python, 'kubernetes-validate'), '-k', KUBERNETES, '--strict', '--no-warn'] as const;
      const { code, stdout, stderr } = await tryCommand([...argv, join(folder, 'rendered.yaml')]);
      assert.equal(code, 0, `${stdout}${stderr}`);
      const ofKubernetes = objects.filter(({ apiVersion }) => !apiVersion.startsWith('monitoring.coreos.com/'));
      assert.equal(`${stdout}${stderr}`.split(' passed for resource ').length - 1, ofKubernetes.length);
    }
  });

  it('makes pods that the profile "restricted" takes', async () => {
    for (const values of [example, everything(), ownFile()]) {
      const objects = await render(values);
      const pods = objects.flatMap((each) => {
        const parsed = withPods.safeParse(each);
        return parsed.success ? [{ kind: each.kind, spec: parsed.data.spec.template.spec }] : [];
      });
      assert.deepEqual(pods.map(({ kind }) => kind).sort(), ['Deployment', 'Job']);
      for (const { kind, spec } of pods) {
        assert.deepEqual(podSecurityProblems(spec), [], kind);
        for (const { securityContext } of spec.containers)
          assert.equal(securityContext['readOnlyRootFilesystem'], true);
      }
    }
    // The profile itself sees what it refuses.
    const loose = podSpec.parse({
      hostNetwork: true,
      containers: [{ name: 'c', securityContext: { privileged: true } }],
      volumes: [{ name: 'v', hostPath: { path: '/' } }],
    });
    assert.equal(podSecurityProblems(loose).length, 7);
  });

  it('gives Mailroom a config that it takes, in the pods and in the migration', async () => {
    const objects = await render(example);
    const configs = objects.filter(({ kind, metadata }) => kind === 'ConfigMap' && !metadata.name.includes('dash'));
    assert.deepEqual(configs.map(({ metadata }) => metadata.name).sort(), ['mailroom', 'mailroom-migrate']);
    for (const each of configs) {
      const { data } = z.looseObject({ data: z.object({ 'config.yaml': z.string() }) }).parse(each);
      const read: string[] = [];
      const config = parseConfig(data['config.yaml'], 'config.yaml', {
        folder: '/config',
        readFile: (path) => {
          read.push(path);
          return path === '/secrets/database/url' ? 'postgres://mailroom:x@postgres:5432/mailroom' : 's'.repeat(64);
        },
        env: {},
      });
      assert.deepEqual(
        [config.appservice.listen, config.observability.listen],
        [
          { host: '0.0.0.0', port: 9000 },
          { host: '0.0.0.0', port: 9001 },
        ],
      );
      assert.deepEqual([config.logging.format, config.logging.output], ['json', 'stdout']);
      assert.equal(config.appservice.url, 'http://mailroom.matrix.svc:9000');
      assert.equal(config.appservice.registration, '/secrets/registration/registration.yaml');
      assert.deepEqual([...new Set(read)].sort(), [
        '/secrets/database/url',
        '/secrets/mailboxes/support',
        '/secrets/secret/secret',
      ]);
    }
  });

  it('has one service for the homeserver, and watches each replica by the rules of docs/alerts.yaml', async () => {
    const objects = await render(everything());
    const of = (kind: string) => objects.filter((each) => each.kind === kind);
    assert.deepEqual(
      of('Service')
        .map(({ metadata }) => metadata.name)
        .sort(),
      ['mailroom', 'mailroom-watch'],
    );
    assert.equal(of('PodDisruptionBudget').length, 1);
    const [rules] = of('PrometheusRule');
    const file = join(folder, 'rules.yaml');
    await writeFile(file, stringify(z.looseObject({ spec: z.unknown() }).parse(rules).spec));
    await command([await findPromtool(), 'check', 'rules', file]);
    const original: unknown = parse(await readFile(join(projectRoot, 'docs/alerts.yaml'), 'utf8'));
    assert.deepEqual(parse(await readFile(file, 'utf8')), original);
    for (const { kind, metadata } of objects) assert.equal(metadata.labels['team'], 'mail', kind);
    const one = await render({ ...example, replicas: 1 });
    assert.equal(
      one.some(({ kind }) => kind === 'PodDisruptionBudget'),
      false,
    );
  });

  it('says which value is missing or wrong', async () => {
    const refuses = async (values: object, words: RegExp) => {
      const { code, stderr } = await template(values);
      assert.notEqual(code, 0);
      assert.match(stderr, words);
    };
    await refuses({ ...example, image: {} }, /image\.repository: where is the image pulled from\?/);
    await refuses({ ...example, registration: {} }, /registration\.existingSecret: which Secret/);
    await refuses({ ...example, replica: 3 }, /replica/);
    await refuses({ ...example, config: { acounts: {} } }, /acounts/);
    await refuses({ ...example, secrets: [{ name: 'database', existingSecret: 'x' }] }, /secrets/);
  });
});
