/** What a child of the sandbox does first, in its own process. */
import { syncBuiltinESMExports } from 'node:module';
import { Channel } from './channel.ts';

/** Bytes of one value that a child is given: pieces of a mail, or a whole picture. */
const LARGEST = 64 * 2 ** 20;

/** Modules of Node of which no function is left: the network, and other processes and threads. */
const REMOVED = [
  'net',
  'tls',
  'dgram',
  'dns',
  'dns/promises',
  'http',
  'https',
  'http2',
  'child_process',
  'cluster',
  'worker_threads',
  'inspector',
  'inspector/promises',
  'repl',
  'wasi',
];

/** Functions of those modules that only look at a text. */
const KEPT: ReadonlySet<string> = new Set(['isIP', 'isIPv4', 'isIPv6']);

/** Methods that are within reach of whoever holds one of the streams that the child was given. */
const REMOVED_METHODS: readonly (readonly [module: string, owner: string, methods: readonly string[]])[] = [
  ['net', 'Socket', ['connect']],
  ['net', 'Server', ['listen']],
  ['dgram', 'Socket', ['bind', 'connect', 'send', 'addMembership']],
];

/** Globals of Node that speak to the network. */
const REMOVED_GLOBALS = ['fetch', 'WebSocket', 'EventSource', 'Request', 'Response'];

/** Functions of `process` that reach other processes, or what the child is. */
const REMOVED_PROCESS = [
  'kill',
  '_kill',
  '_debugProcess',
  '_debugEnd',
  '_startProfilerIdleNotifier',
  '_linkedBinding',
  'binding',
  'dlopen',
  'execve',
  'setuid',
  'seteuid',
  'setgid',
  'setegid',
  'setgroups',
  'initgroups',
  'chdir',
];

/**
 * Takes what could speak to anybody but the parent out of this process, says that it is ready, and gives the channel to
 * the parent. To be called once, when everything that the child needs is loaded. The process ends with the channel.
 */
export function enterSandbox(): Channel {
  const { stdin, stdout } = process;
  removeFunctions();
  const channel = new Channel(stdin, stdout, { largest: LARGEST, broken: () => process.exit(1) });
  stdin.on('end', () => process.exit(0));
  // The parent is gone, or does not want to hear any more.
  stdout.on('error', () => process.exit(1));
  channel.send({ ready: { permission: hasPermissionModel(), uid: process.getuid?.() ?? null } });
  return channel;
}

/** Whether Node itself refuses the file system outside of what was allowed. */
function hasPermissionModel(): boolean {
  const { permission } = process as { permission?: { has(scope: string, reference?: string): boolean } };
  return permission !== undefined && !permission.has('fs.read', '/') && !permission.has('fs.write', '/');
}

function refuse(): never {
  throw new Error('not in this process');
}

function removeFunctions(): void {
  const modules = new Map(REMOVED.map((name) => [name, builtin(name)]));
  for (const [module, owner, methods] of REMOVED_METHODS) {
    const { prototype } = (modules.get(module)?.[owner] ?? {}) as { prototype?: object };
    if (prototype !== undefined) for (const method of methods) Object.defineProperty(prototype, method, refused());
  }
  for (const module of modules.values()) {
    for (const name of Object.getOwnPropertyNames(module)) if (!KEPT.has(name)) remove(module, name);
  }
  for (const name of ['setFlagsFromString', 'startupSnapshot']) remove(builtin('v8'), name);
  remove(builtin('os'), 'setPriority');
  syncBuiltinESMExports();
  for (const name of REMOVED_GLOBALS) Reflect.deleteProperty(globalThis, name);
  for (const name of REMOVED_PROCESS) if (name in process) Object.defineProperty(process, name, refused());
}

function builtin(name: string): Record<string, unknown> {
  return (process.getBuiltinModule(`node:${name}`) ?? {}) as unknown as Record<string, unknown>;
}

/** Functions are refused; values that are made when they are asked for (`http.globalAgent`) are gone. */
function remove(module: Record<string, unknown>, name: string): void {
  const property = Object.getOwnPropertyDescriptor(module, name);
  if (property === undefined || property.configurable !== true) return;
  if (property.get !== undefined || typeof property.value === 'object') {
    Object.defineProperty(module, name, { value: undefined, writable: false, configurable: false });
  } else if (typeof property.value === 'function') Object.defineProperty(module, name, refused());
}

function refused(): PropertyDescriptor {
  return { value: refuse, writable: false, configurable: false, enumerable: true };
}
