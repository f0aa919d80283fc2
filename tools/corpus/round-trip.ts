/**
 * The published sets of mail through rooms of a real Synapse and out of them again: imported, exported in every format,
 * imported from that for another account, and exported once more. Every mail has to be accounted for, every hash and
 * every conversation has to be equal.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readSource } from '../../src/archive/sources/read-source.ts';
import { compareExports, verifyExport, type Verified } from '../../src/archive/verify.ts';
import { startEnvironment, type Environment } from '../demo/environment.ts';

const FORMATS = ['mbox', 'maildir', 'eml', 'json'] as const;
const MAIN = join(import.meta.dirname, '../../src/main.ts');
/** Of one command, milliseconds. */
const LONG = 3_600_000;

const counted = z.object({ mails: z.number() });
const reported = z.object({
  ...{ mails: z.number(), rooms: z.number(), times: z.string().nullable() },
  ...{ imported: counted, already_there: counted, merged: counted, set_aside: counted, damaged: counted },
});

/** Runs it, says what it finds, and returns what falls short. */
export async function roundTrip(sources: readonly string[], say: (line: string) => void): Promise<string[]> {
  const state = await mkdtemp(join(tmpdir(), 'mailroom-corpus-'));
  await chmod(state, 0o711);
  const environment = await startEnvironment({ state, yes: true, durable: false, report: () => undefined });
  try {
    return await new Trip(environment, sources, say).run();
  } finally {
    await environment.remove();
  }
}

class Trip {
  readonly #environment: Environment;
  readonly #sources: readonly string[];
  readonly #say: (line: string) => void;
  readonly #short: string[] = [];

  constructor(environment: Environment, sources: readonly string[], say: (line: string) => void) {
    this.#environment = environment;
    this.#sources = sources;
    this.#say = say;
  }

  async run(): Promise<string[]> {
    const { lies, mails } = await this.#lying();
    this.#say(`${mails} mails lie there, ${lies.size} with bytes of their own`);
    const [here = '', there = ''] = this.#environment.accounts.map(({ id }) => id);
    await this.#import(here, this.#sources, mails);
    const exports: Verified[] = [];
    let mbox = '';
    for (const format of FORMATS) {
      const { folder, verified } = await this.#export(here, format);
      if (format === 'mbox') mbox = folder;
      exports.push(verified);
    }
    const [first, ...others] = exports;
    if (first === undefined) return this.#short;
    for (const [at, other] of others.entries()) this.#compare(first, other, `mbox and ${FORMATS[at + 1] ?? ''}`);
    const held = new Set(first.held.map(({ sha256 }) => sha256));
    const lost = [...lies].filter(([sha256]) => !held.has(sha256));
    this.#say(`${held.size} of ${lies.size} hashes are in the export`);
    for (const [, place] of lost) this.#fall(`${place}: its bytes are in no export`);
    await this.#import(there, [join(mbox, 'mails')], first.mails);
    const back = await this.#export(there, 'maildir');
    this.#compare(first, back.verified, 'the export and that of its import');
    return this.#short;
  }

  /** What lies in the sources, by its hash. */
  async #lying(): Promise<{ lies: Map<string, string>; mails: number }> {
    const lies = new Map<string, string>();
    let mails = 0;
    for (const source of this.#sources) {
      for await (const found of readSource(source, { dialect: null })) {
        if (found.is !== 'mail') continue;
        const hash = createHash('sha256');
        for await (const piece of found.mail.open()) hash.update(piece);
        lies.set(hash.digest('hex'), found.mail.place.path.join(' › '));
        mails += 1;
      }
    }
    return { lies, mails };
  }

  async #import(account: string, sources: readonly string[], mails: number): Promise<void> {
    const began = performance.now();
    const out = await this.#command(['import', '--account', account, '--json', ...sources]);
    const report = reported.parse(JSON.parse(out));
    const { imported, already_there: there, merged, set_aside: aside, damaged } = report;
    this.#say(
      `import into ${account}: ${report.mails} mails, ${imported.mails} imported, ${there.mails} there, ` +
        `${merged.mails} merged, ${aside.mails} set aside, ${damaged.mails} damaged; ${report.rooms} rooms, ` +
        `times ${String(report.times)}; ${seconds(began)}`,
    );
    const sum = imported.mails + there.mails + merged.mails + aside.mails + damaged.mails;
    if (sum !== mails) this.#fall(`import into ${account}: ${sum} of ${mails} mails are accounted for`);
  }

  async #export(account: string, format: string): Promise<{ folder: string; verified: Verified }> {
    const folder = join(this.#environment.state, `export-${account}-${format}`);
    const began = performance.now();
    await this.#command(['export', '--account', account, '--format', format, '--out', folder]);
    const took = seconds(began);
    const verified = await verifyExport(folder);
    const size = (await readFile(join(folder, 'manifest.jsonl'))).length;
    this.#say(
      `export of ${account} as ${format}: ${verified.mails} mails, ${verified.missing} only named, ` +
        `${verified.faults.length} faults, a manifest of ${size} bytes; ${took}`,
    );
    for (const fault of verified.faults) this.#fall(`${format}: ${fault}`);
    if (verified.missing > 0) this.#fall(`${format}: ${verified.missing} are only named`);
    return { folder, verified };
  }

  #compare(first: Verified, second: Verified, what: string): void {
    const { both, first: one, second: other, asRead, same, others } = compareExports(first.held, second.held);
    this.#say(
      `${what}: ${both} mails in both (${asRead} of them as an mbox keeps them), ${one} and ${other} only in one; ` +
        `${same} conversations the same, ${others} not`,
    );
    if (one + other + others > 0) this.#fall(`${what}: not the same`);
  }

  #fall(what: string): void {
    this.#short.push(what);
  }

  /** What it writes; exit code 1 says only that something is worth a look, and is read from what it writes. */
  async #command(args: readonly string[]): Promise<string> {
    const whole = [MAIN, ...args.slice(0, 1), '--config', this.#environment.mailroom.configFile, ...args.slice(1)];
    return new Promise((resolve, reject) => {
      const options = { timeout: LONG, maxBuffer: 64 * 2 ** 20 };
      execFile(process.execPath, whole, options, (error, stdout, stderr) => {
        if (error === null || (error.code === 1 && stdout !== '')) resolve(stdout);
        else reject(new Error(`${args[0] ?? ''} failed: ${stderr === '' ? error.message : stderr}`));
      });
    });
  }
}

const seconds = (began: number): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;
