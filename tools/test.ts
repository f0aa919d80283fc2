import { spawn } from 'node:child_process';
import { glob, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CannotInstall, installServers } from './servers/install.ts';
import { projectRoot } from './servers/paths.ts';

const usage = `Everything that must hold: lint, types, and the tests on real servers.

  npm test [-- OPTIONS]

  --only NAME  one of lint, types, unit, golden, db, crash, e2e (again for more); what else there is in test/ likewise
  --yes        do not ask before Debian packages are installed (CI=true says the same)
  --help       this

The last line counts the tests. Exit code 0: everything passed; 1: something failed; 2: something has to be installed
first, and the message names the command.`;

/** Groups whose files start servers or kill processes: one file after the other. The other groups run two at a time. */
const serial = new Set(['crash', 'e2e']);

/** What node:test counted. */
interface Counts {
  readonly tests: number;
  readonly pass: number;
  /** Skipped and unfinished tests are no passed tests: they count here too. */
  readonly fail: number;
}

/**
 * Runs a program in this terminal and resolves with its exit code. A signal to us reaches it too; with `stalled`, which
 * is asked every five seconds, it is interrupted when the answer is yes, and names what it was doing.
 */
function run(argv: readonly [string, ...string[]], stalled?: () => Promise<boolean>): Promise<number> {
  return new Promise((done, fail) => {
    const [program, ...args] = argv;
    const child = spawn(program, args, { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'] });
    const pass = (signal: NodeJS.Signals): void => {
      child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM'] as const;
    for (const signal of signals) process.on(signal, pass);
    const watch = setInterval(() => {
      void stalled?.().then((yes) => yes && child.kill('SIGINT'));
    }, 5000);
    child.once('error', fail);
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      for (const each of signals) process.off(each, pass);
      done(code ?? 128 + constants.signals[signal ?? 'SIGTERM']);
    });
  });
}

/** Whether a file has not grown for so long (milliseconds). */
function standsStill(file: string, patience: number): () => Promise<boolean> {
  const seen = { size: -1, at: Date.now() };
  return async () => {
    const { size } = await stat(file).catch(() => ({ size: 0 }));
    if (size !== seen.size) Object.assign(seen, { size, at: Date.now() });
    return Date.now() - seen.at > patience;
  };
}

/** Says what begins, runs it, says how long it took. Resolves with whether it went well. */
async function step(name: string, work: () => Promise<boolean>): Promise<boolean> {
  console.log(`\n▶ ${name}`);
  const begin = Date.now();
  const well = await work();
  console.log(`${well ? '✔' : '✖'} ${name} (${((Date.now() - begin) / 1000).toFixed(1)} s)`);
  return well;
}

/** The totals that node:test's TAP reporter writes at the end. */
function readCounts(tap: string): Counts {
  const total = (name: string): number => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  const unfinished = total('cancelled') + total('skipped') + total('todo');
  return { tests: total('tests'), pass: total('pass'), fail: total('fail') + unfinished };
}

/**
 * One run of node:test over the files; its own report on the terminal, its totals as the value. It is ended when no test
 * ends within `patience` (milliseconds): a test that hangs, or one that left a socket or timer open.
 */
async function runTests(files: readonly string[], atOnce: number, patience: number): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), 'mailroom-test-'));
  const tap = join(folder, 'report.tap');
  const reporters = ['spec', 'stdout', 'tap', tap].map((value, index) =>
    index % 2 === 0 ? `--test-reporter=${value}` : `--test-reporter-destination=${value}`,
  );
  const argv = [process.execPath, '--test', `--test-concurrency=${atOnce}`, ...reporters, ...files] as const;
  try {
    const code = await run([...argv], standsStill(tap, patience));
    const counts = readCounts(await readFile(tap, 'utf8').catch(() => ''));
    return code === 0 && counts.tests > 0 ? counts : { ...counts, fail: Math.max(counts.fail, 1) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The test files by the folder of test/ that they are in. */
async function testFiles(): Promise<Map<string, string[]>> {
  const groups = new Map<string, string[]>();
  for await (const file of glob('test/**/*.test.ts', { cwd: projectRoot })) {
    const group = file.split('/')[1] ?? '';
    groups.set(group, [...(groups.get(group) ?? []), file]);
  }
  for (const files of groups.values()) files.sort();
  return groups;
}

/** The checks that start nothing. */
async function staticChecks(wanted: (name: string) => boolean): Promise<boolean> {
  const bin = (name: string): string => join(projectRoot, 'node_modules/.bin', name);
  const commands = [
    { name: 'lint', argv: [bin('eslint'), '.', '--max-warnings', '0'] },
    { name: 'lint', argv: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
    { name: 'types', argv: [bin('tsc'), '--noEmit'] },
  ] as const;
  let well = true;
  for (const { name, argv } of commands) {
    if (!wanted(name)) continue;
    const title = `${name}: ${argv.slice(1).join(' ')} (${argv[0].split('/').at(-1) ?? ''})`;
    well = (await step(title, async () => (await run(argv)) === 0)) && well;
  }
  return well;
}

/** All groups that are wanted, in two runs: what may run side by side, then what may not. */
async function dynamicChecks(wanted: (name: string) => boolean): Promise<{ well: boolean; counts: Counts }> {
  const groups = [...(await testFiles())].filter(([group]) => wanted(group)).sort();
  const counts = { tests: 0, pass: 0, fail: 0 };
  let well = true;
  for (const oneByOne of [false, true]) {
    const chosen = groups.filter(([group]) => serial.has(group) === oneByOne);
    const files = chosen.flatMap(([, each]) => each);
    if (files.length === 0) continue;
    const title = `tests: ${chosen.map(([group, each]) => `${group} (${each.length} files)`).join(', ')}`;
    const ended = await step(title, async () => {
      const result = await (oneByOne ? runTests(files, 1, 600_000) : runTests(files, 2, 180_000));
      counts.tests += result.tests;
      counts.pass += result.pass;
      counts.fail += result.fail;
      return result.fail === 0;
    });
    well = ended && well;
  }
  return { well, counts };
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const only = new Set(values.only);
  const wanted = (name: string): boolean => only.size === 0 || only.has(name);
  if (wanted('e2e')) {
    await installServers({
      yes: values.yes,
      report: (line) => {
        console.log(line);
      },
    });
  }
  const checked = await staticChecks(wanted);
  const { well, counts } = await dynamicChecks(wanted);
  const nothing = only.size === 0 && counts.tests === 0;
  if (!checked) console.log('\nlint or types failed: see above');
  if (nothing) console.log('\nno test was found');
  console.log(`\n${counts.pass} passed, ${counts.fail} failed`);
  return checked && well && !nothing ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof CannotInstall)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
