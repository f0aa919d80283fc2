/** A network without a way out that notes what wants to leave: a namespace of its own. Needs root. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { installPackages } from '../../tools/servers/debian.ts';

/**
 * Everything but loopback is routed to `out`, at whose other end nobody listens. Its neighbour is known, so that what
 * is sent is sent, and not given up for want of an answer to ARP.
 */
const SETUP = `set -e
ip link set lo up
ip link add out type veth peer name nowhere
ip addr add 192.0.2.1/24 dev out
ip -6 addr add 2001:db8::1/64 dev out nodad
ip link set out up
ip link set nowhere up
ip neigh add 192.0.2.254 lladdr 02:00:00:00:00:01 dev out
ip -6 neigh add 2001:db8::fe lladdr 02:00:00:00:00:01 dev out
ip route add default via 192.0.2.254 dev out
ip -6 route add default via 2001:db8::fe dev out
echo ready
exec cat`;

/**
 * One line for each packet that leaves by `out`: protocol, address, port. What the kernel itself says of an interface
 * (ARP; ICMPv6 for neighbours and multicast, RFC 4861 and 3810) is nobody's attempt.
 */
const WATCH = `import socket, struct
s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
s.bind(("out", 3))
print("ready", flush=True)
while True:
    frame, info = s.recvfrom(65535)
    if info[2] != 4: continue
    kind = struct.unpack("!H", frame[12:14])[0]
    if kind == 0x0800:
        body = frame[14 + (frame[14] & 15) * 4:]
        protocol, to = frame[23], socket.inet_ntop(socket.AF_INET, frame[30:34])
    elif kind == 0x86DD:
        protocol, to, body = frame[20], socket.inet_ntop(socket.AF_INET6, frame[38:54]), frame[54:]
        if protocol == 0 or (protocol == 58 and body[0] in (133, 134, 135, 136, 143)): continue
    else: continue
    port = struct.unpack("!H", body[2:4])[0] if protocol in (6, 17) and len(body) >= 4 else 0
    print({6: "tcp", 17: "udp"}.get(protocol, protocol), to, port, flush=True)`;

export class AirGap {
  /** What wanted to leave, such as `udp 203.0.113.1 53`, in order. */
  readonly left: string[] = [];
  readonly #holder: ChildProcess;
  #watcher: ChildProcess | null = null;

  private constructor(holder: ChildProcess) {
    this.#holder = holder;
  }

  static async start(): Promise<AirGap> {
    await installPackages(['iproute2']);
    const holder = spawn('unshare', ['--net', 'sh', '-c', SETUP], { stdio: ['pipe', 'pipe', 'inherit'] });
    const gap = new AirGap(holder);
    await ready(holder);
    const [program, ...args] = gap.inside('python3', '-c', WATCH);
    const watcher = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    gap.#watcher = watcher;
    await ready(watcher, (line) => gap.left.push(line));
    return gap;
  }

  /** A command as it is run in there. */
  inside(program: string, ...args: readonly string[]): [string, ...string[]] {
    return ['nsenter', '-t', String(this.#holder.pid), '-n', '--', program, ...args];
  }

  async end(): Promise<void> {
    for (const child of [this.#watcher, this.#holder]) {
      if (child === null || child.exitCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
  }
}

/** Resolves at the line `ready`; each later one is handed on. Rejects where the process ends before. */
function ready(child: ChildProcess, line: (text: string) => void = () => undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error('the process has no output to read');
    child.once('exit', (code) => reject(new Error(`ended with ${String(code)}`)));
    createInterface(child.stdout).on('line', (text) => (text === 'ready' ? resolve() : line(text)));
  });
}
