/**
 * Debian's buildah and podman, with everything of theirs in the cache folder: no service, no registry, nothing in /etc.
 * Images are built in the machine's own network and processes (chroot isolation: it shows files, user and commands of
 * an image, not its walls); what is started are real containers, in namespaces of their own.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { cacheFolder } from '../servers/paths.ts';
import { command, type CommandResult, tryCommand } from '../servers/run.ts';
import { until } from '../servers/wait.ts';
import { Container, type Podman } from './container.ts';

/** The label of containers that `podman` here has started, with the process that started them. */
const LABEL = 'mailroom.started-by';

/** Where CAs of this machine stand, on Debian. */
export const machineCa = '/etc/ssl/certs/ca-certificates.crt';

export class Engine implements Podman {
  readonly folder: string;
  readonly #env: Readonly<Record<string, string>>;
  #holder: Promise<ChildProcessByStdio<Writable, null, null>> | null = null;

  private constructor(folder: string) {
    this.folder = folder;
    this.#env = {
      CONTAINERS_STORAGE_CONF: join(folder, 'storage.conf'),
      CONTAINERS_CONF: join(folder, 'containers.conf'),
      BUILDAH_ISOLATION: 'chroot',
    };
  }

  /** Needs root and the packages of `install.ts`. */
  static async open(cache: string = cacheFolder()): Promise<Engine> {
    const folder = join(cache, 'containers');
    await mkdir(folder, { recursive: true });
    const files = {
      'storage.conf': storageConf(folder, await overlayWorks(folder)),
      'containers.conf': await containersConf(folder),
      'policy.json': '{ "default": [{ "type": "insecureAcceptAnything" }] }\n',
    };
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return new Engine(folder);
  }

  /**
   * Builds an image; without a registry, by base images that are there. `--format docker` keeps its HEALTHCHECK. Steps
   * that are as they were are taken from the cache, where they stay for a week.
   */
  async build(tag: string, context: string, more: readonly string[] = []): Promise<void> {
    const policy = join(this.folder, 'policy.json');
    const fixed = ['--quiet', '--layers', '--pull-never', '--format', 'docker', '--signature-policy', policy];
    // Its mounts stay out of this machine's table.
    await this.#command(['unshare', '-m', 'buildah', 'bud', ...fixed, '--tag', tag, ...more, context]);
    await tryCommand(['podman', 'image', 'prune', '--force', '--filter', 'until=168h'], { env: this.#env });
  }

  async hasImage(tag: string): Promise<boolean> {
    return (await tryCommand(['buildah', 'inspect', '--type', 'image', tag], { env: this.#env })).code === 0;
  }

  /** `buildah` with these words; its output. */
  buildah(...words: readonly string[]): Promise<string> {
    return this.#command(['buildah', ...words]);
  }

  /** `podman` with these words, inside the mount namespace in which it works here; its output. */
  async podman(...words: readonly string[]): Promise<string> {
    return this.#command(await this.#podman(words));
  }

  /** The same, where it may fail. */
  async tryPodman(...words: readonly string[]): Promise<CommandResult> {
    return tryCommand(await this.#podman(words), { env: this.#env });
  }

  /** `podman run --detach`: what is started goes with `close`, and when this process ends. */
  async start(name: string, words: readonly string[]): Promise<Container> {
    await this.podman('run', '--detach', '--name', name, '--label', `${LABEL}=${process.pid}`, ...words);
    return new Container(this, name);
  }

  /** Removes the containers that were started here. */
  async close(): Promise<void> {
    const holder = await this.#holder;
    if (holder === null) return;
    this.#holder = null;
    holder.ref();
    const ended = new Promise<void>((resolve) => holder.once('exit', () => resolve()));
    holder.stdin.end();
    await ended;
  }

  #command(argv: readonly [string, ...string[]]): Promise<string> {
    return command(argv, { env: this.#env });
  }

  async #podman(words: readonly string[]): Promise<readonly [string, ...string[]]> {
    this.#holder ??= startHolder(this.#env);
    const { pid = 0 } = await this.#holder;
    return ['nsenter', '-t', String(pid), '-m', '--', 'podman', ...words];
  }
}

/**
 * Holds a mount namespace that sees cgroup2 alone (crun refuses a machine that has both kinds), until its input ends:
 * then the containers go, however their starter ended.
 */
const holderScript = `if mountpoint -q /sys/fs/cgroup/unified; then
  umount -l /sys/fs/cgroup && mount -t cgroup2 cgroup2 /sys/fs/cgroup
fi
: > "$2"
read -r word
podman ps --all --quiet --filter "label=$1" | xargs --no-run-if-empty podman rm --force --time 0
rm -f "$2"`;

async function startHolder(env: Readonly<Record<string, string>>): Promise<ChildProcessByStdio<Writable, null, null>> {
  const ready = join('/var/tmp', `mailroom-containers-${process.pid}`);
  const words = ['-m', 'sh', '-c', holderScript, 'holder', `${LABEL}=${process.pid}`, ready];
  const holder = spawn('unshare', words, {
    cwd: '/',
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  holder.unref();
  await until(() => existsSync(ready), { what: 'the namespace for podman', within: 10_000 });
  return holder;
}

/** Overlay makes a container in a tenth of a second; vfs copies every file of every layer (20 s for this image). */
async function overlayWorks(folder: string): Promise<boolean> {
  const at = (name: string): string => join(folder, 'overlay-tried', name);
  for (const name of ['lower', 'upper', 'work', 'merged']) await mkdir(at(name), { recursive: true });
  const options = `lowerdir=${at('lower')},upperdir=${at('upper')},workdir=${at('work')}`;
  const mount = ['mount', '-t', 'overlay', 'overlay', '-o', options, at('merged')];
  return (await tryCommand(['unshare', '-m', ...mount])).code === 0;
}

function storageConf(folder: string, overlay: boolean): string {
  return `[storage]
driver = "${overlay ? 'overlay' : 'vfs'}"
graphroot = "${join(folder, 'graph')}"
runroot = "${join(folder, 'run')}"
`;
}

/** Without systemd, and with limits that are not above this process's own. */
async function containersConf(folder: string): Promise<string> {
  const files = (await command(['sh', '-c', 'ulimit -Hn'])).trim();
  return `[containers]
cgroups = "disabled"
init_path = "/usr/bin/catatonit"
default_ulimits = ["nofile=${files}:${files}", "nproc=4096:4096"]
[engine]
cgroup_manager = "cgroupfs"
events_logger = "file"
runtime = "crun"
tmp_dir = "${join(folder, 'libpod')}"
static_dir = "${join(folder, 'static')}"
volume_path = "${join(folder, 'volumes')}"
[network]
network_config_dir = "${join(folder, 'networks')}"
`;
}
