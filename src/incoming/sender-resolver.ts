/** DNS for the check of senders: bounded in time, and asked once for what many mails need. */
import { Resolver } from 'node:dns/promises';

/**
 * Asks for the records of a name, as `node:dns` gives them; rejects with its codes (ENOTFOUND, ENODATA, ETIMEOUT, …).
 */
export type Resolve = (name: string, type: string) => Promise<string[] | string[][]>;

export interface ResolverOptions {
  /** Milliseconds until a question is given up. Default 5,000. */
  readonly timeout?: number;
  /** Addresses of the name servers; the system's where left out. */
  readonly servers?: readonly string[];
}

/** The system's resolver. Only used where an account checks senders itself, so that closed networks see no question. */
export function systemResolver(options: ResolverOptions = {}): Resolve {
  const timeout = options.timeout ?? 5_000;
  const dns = new Resolver({ timeout: Math.ceil(timeout / 2), tries: 2 });
  if (options.servers !== undefined) dns.setServers(options.servers);
  return (name, type) => {
    switch (type) {
      case 'TXT':
        return dns.resolveTxt(name);
      case 'A':
        return dns.resolve4(name);
      case 'AAAA':
        return dns.resolve6(name);
      case 'CNAME':
        return dns.resolveCname(name);
      case 'PTR':
        return dns.resolvePtr(name);
      case 'MX':
        // SPF's verifier sorts and reads them as `node:dns` gives them; their shape passes through unchanged.
        return dns.resolveMx(name) as Promise<unknown> as Promise<string[]>;
      default:
        return Promise.reject(dnsError('ENOTIMP'));
    }
  };
}

export interface CacheOptions {
  /** How long an answer holds, milliseconds; `node:dns` does not tell the time to live. Default 5 minutes. */
  readonly answers?: number;
  /** How long it holds that there is no such name or record. Default 1 minute. */
  readonly absent?: number;
  /** Answers that are kept at most; the oldest goes. Default 5,000. */
  readonly most?: number;
  /** Milliseconds until a question is given up, whatever the resolver does. Default 10,000. */
  readonly timeout?: number;
  /** Milliseconds, monotonic. */
  readonly now?: () => number;
}

/**
 * The same resolver with a memory. Failures other than absence are not remembered; whoever asks while a question is
 * under way shares its answer.
 */
export function cachedResolver(resolve: Resolve, options: CacheOptions = {}): Resolve {
  const { answers = 300_000, absent = 60_000, most = 5_000, timeout = 10_000 } = options;
  const now = options.now ?? (() => performance.now());
  const kept = new Map<string, { readonly answer: ReturnType<Resolve>; until: number }>();
  return (name, type) => {
    const key = `${type} ${name.toLowerCase()}`;
    const known = kept.get(key);
    if (known !== undefined && known.until > now()) return known.answer;
    kept.delete(key);
    const answer = withTimeout(resolve(name, type), timeout);
    const entry = { answer, until: Number.POSITIVE_INFINITY };
    kept.set(key, entry);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    answer.then(
      () => {
        entry.until = now() + answers;
      },
      (error: unknown) => {
        if (isAbsence(error)) entry.until = now() + absent;
        else if (kept.get(key) === entry) kept.delete(key);
      },
    );
    return answer;
  };
}

async function withTimeout<T>(answer: Promise<T>, timeout: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(dnsError('ETIMEOUT')), timeout);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOTFOUND' || error.code === 'ENODATA');
}

/** An error as `node:dns` throws it. */
function dnsError(code: string): Error {
  return Object.assign(new Error(`DNS: ${code}`), { code });
}
