/**
 * The profile "restricted" of Kubernetes' pod security standards
 * (https://kubernetes.io/docs/concepts/security/pod-security-standards/), over a pod's spec.
 */
import { z } from 'zod';

const capabilities = z.object({ add: z.array(z.string()).default([]), drop: z.array(z.string()).default([]) });
const seccomp = z.object({ type: z.string() });
const context = z.looseObject({
  privileged: z.boolean().default(false),
  allowPrivilegeEscalation: z.boolean().optional(),
  runAsNonRoot: z.boolean().optional(),
  runAsUser: z.number().optional(),
  procMount: z.string().optional(),
  capabilities: capabilities.optional(),
  seccompProfile: seccomp.optional(),
});
const container = z.looseObject({
  name: z.string(),
  ports: z.array(z.looseObject({ hostPort: z.number().optional() })).default([]),
  securityContext: context.default({ privileged: false }),
});
export const podSpec = z.looseObject({
  hostNetwork: z.boolean().default(false),
  hostPID: z.boolean().default(false),
  hostIPC: z.boolean().default(false),
  securityContext: z
    .looseObject({
      runAsNonRoot: z.boolean().optional(),
      runAsUser: z.number().optional(),
      seccompProfile: seccomp.optional(),
      sysctls: z.array(z.unknown()).default([]),
    })
    .default({ sysctls: [] }),
  initContainers: z.array(container).default([]),
  containers: z.array(container),
  volumes: z.array(z.looseObject({ name: z.string() })).default([]),
});

const VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/** What of a pod the profile refuses; empty where it is taken. */
export function podSecurityProblems(spec: z.output<typeof podSpec>): string[] {
  const found: string[] = [];
  const says = (wrong: boolean, what: string) => wrong && found.push(what);
  says(spec.hostNetwork || spec.hostPID || spec.hostIPC, 'host namespaces');
  says(spec.securityContext.sysctls.length > 0, 'sysctls');
  for (const { name, ...volume } of spec.volumes) {
    const kinds = Object.keys(volume);
    says(kinds.length !== 1 || !VOLUMES.includes(kinds[0] ?? ''), `volume ${name}: ${kinds.join()}`);
  }
  const pod = spec.securityContext;
  for (const { name, ports, securityContext: own } of [...spec.initContainers, ...spec.containers]) {
    says(own.privileged, `${name}: privileged`);
    says(own.allowPrivilegeEscalation !== false, `${name}: allowPrivilegeEscalation`);
    says((own.runAsNonRoot ?? pod.runAsNonRoot) !== true, `${name}: runAsNonRoot`);
    says((own.runAsUser ?? pod.runAsUser) === 0, `${name}: runAsUser`);
    says(!own.capabilities?.drop.includes('ALL'), `${name}: capabilities.drop`);
    says(own.capabilities?.add.some((each) => each !== 'NET_BIND_SERVICE') === true, `${name}: capabilities.add`);
    says(own.procMount !== undefined && own.procMount !== 'Default', `${name}: procMount`);
    const profile = (own.seccompProfile ?? pod.seccompProfile)?.type ?? '';
    says(!['RuntimeDefault', 'Localhost'].includes(profile), `${name}: seccompProfile`);
    says(
      ports.some(({ hostPort }) => hostPort !== undefined),
      `${name}: hostPort`,
    );
  }
  return found;
}
