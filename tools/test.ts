import { spawn } from 'node:child_process';
import { glob, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { BUILT } from './built.ts';
import { installContainerTools } from './containers/install.ts';
import { homeserverKinds } from './servers/homeserver.ts';
import { CannotInstall, installServers } from './servers/install.ts';
import { startSharedServer } from '../test/support/database.ts';
import { projectRoot } from './servers/paths.ts';

const usage = `Everything that must hold: lint, types, and the tests on real servers.

  npm test [-- OPTIONS]      all but homes and long
  npm run test:quick         lint, types, unit and golden, with caches
  npm run test:homes         other homeservers than those of npm test, and the container image
  npm run test:long          what takes long: kills at every step of what a team does, a day of every trouble

  --only NAME  one of lint, types or a folder of test/, such as unit, golden, db, crash, e2e (again for more)
  --quick      lint, types, unit and golden; ESLint looks only at files that have changed since the last time
  --yes        do not ask before Debian packages are installed (CI=true says the same)
  --help       this

The last line counts the tests. Exit code 0: everything passed; 1: something failed; 2: something has to be installed
first, and the message names the command.`;

/** Groups whose files start servers of their own and mostly wait for them; they run last. */
const onServers = new Set(['crash', 'e2e', 'homes', 'long']);

/** Groups that run only where they are asked for by name. */
const onDemand = new Set(['homes', 'long']);

/**
 * Test files that run side by side: what they wait for stays, so that none disturbs another. One more than two cores
 * have, since a good part of the time of most goes by waiting.
 */
const AT_ONCE = 3;

/** A run is ended when no test has ended for so long, milliseconds. */
const PATIENCE_MS = 600_000;

/**
 * Folders of test/unit whose tests start nothing and share nothing: they have two processes together, since most of the
 * time of such a file goes by starting Node and loading the sources.
 */
const startNothing = ['base', 'bridge', 'commands', 'config', 'docs', 'incoming', 'mail', 'queue', 'words'] as const;

/** Those of them that measure what their process holds, and so have one of their own. */
const measureMemory: ReadonlySet<string> = new Set(['test/unit/mail/mime/mailbox-files.test.ts']);

/** What `--quick` means: nothing that starts a server. */
const quickGroups = ['lint', 'types', 'unit', 'golden'] as const;

/** What may be asked for beside the folders of test/. */
const staticNames = new Set(['lint', 'types']);

/** What node:test counted. */
interface Counts {
  readonly tests: number;
  readonly pass: number;
  /** Skipped and unfinished tests are no passed tests: they count here too. */
  readonly fail: number;
}

/** Groups whose tests ask for a Postgres; all of a run share one, since starting one costs what many tests cost. */
const onPostgres = new Set(['db', 'crash', 'hostile', 'e2e', 'long']);

/** Each file is compiled once for all test files and for all programs that they start: most of a start is that. */
const env: NodeJS.ProcessEnv = { NODE_COMPILE_CACHE: join(projectRoot, '.cache/compile'), ...process.env };

/** Whether somebody broke the run off: what has not begun then does not begin. */
let brokenOff = false;

/**
 * Runs a program in this terminal and resolves with its exit code. A signal to us reaches it too; with `stalled`, which
 * is asked every five seconds, it is interrupted when the answer is yes, and names what it was doing.
 */
function run(argv: readonly [string, ...string[]], stalled?: () => Promise<boolean>): Promise<number> {
  return new Promise((done, fail) => {
    const [program, ...args] = argv;
    const child = spawn(program, args, { cwd: projectRoot, env, stdio: ['ignore', 'inherit', 'inherit'] });
    const pass = (signal: NodeJS.Signals): void => {
      brokenOff = true;
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

/** Says what begins, runs it, says how long it took. Resolves with whether it went well; not begun is not well. */
async function step(name: string, work: () => Promise<boolean>): Promise<boolean> {
  if (brokenOff) return false;
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
 * One run of node:test over the files; its own report on the terminal, its totals as the value. It is ended when no
 * test ends within the patience: a test that hangs, or one that left a socket or timer open.
 */
async function runTests(files: readonly string[], together = false): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), 'mailroom-test-'));
  const tap = join(folder, 'report.tap');
  const reporters = ['spec', 'stdout', 'tap', tap].map((value, index) =>
    index % 2 === 0 ? `--test-reporter=${value}` : `--test-reporter-destination=${value}`,
  );
  const apart = together ? '--test-isolation=none' : `--test-concurrency=${AT_ONCE}`;
  const argv = [process.execPath, '--test', apart, ...reporters, ...files] as const;
  try {
    const code = await run([...argv], standsStill(tap, PATIENCE_MS));
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

interface StaticCheck {
  readonly name: 'lint' | 'types';
  readonly argv: readonly [string, ...string[]];
}

/**
 * The checks that start nothing. With `cached`, ESLint looks only at files that have changed: a rule on types may then
 * miss what a change in another file did to one of them, so the whole run looks at all.
 */
function staticList(cached: boolean): readonly StaticCheck[] {
  // By our own Node: the one on the PATH may be too old for a config in TypeScript.
  const bin = (name: string, ...args: string[]): StaticCheck['argv'] => [
    process.execPath,
    join('node_modules/.bin', name),
    ...args,
  ];
  const kept = (name: string): string[] => [
    '--cache',
    '--cache-strategy',
    'content',
    '--cache-location',
    `.cache/${name}`,
  ];
  return [
    { name: 'lint', argv: bin('eslint', '.', '--max-warnings', '0', ...(cached ? kept('eslint') : [])) },
    { name: 'lint', argv: bin('prettier', '--check', '--log-level', 'warn', '.', ...kept('prettier')) },
    { name: 'lint', argv: [process.execPath, 'tools/lint/main.ts'] },
    { name: 'lint', argv: bin('knip', '--production') },
    { name: 'lint', argv: [process.execPath, 'tools/words/check.ts'] },
    { name: 'types', argv: bin('tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', '.cache/types.tsbuildinfo') },
  ];
}

/** The checks that are wanted, two at a time. */
async function staticChecks(wanted: (name: string) => boolean, cached: boolean): Promise<boolean> {
  const queue = staticList(cached).filter(({ name }) => wanted(name));
  const ends: boolean[] = [];
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { name, argv } = next;
      const [, program = '', ...args] = argv;
      const title = `${name}: ${[basename(program), ...args].join(' ')}`;
      ends.push(await step(title, async () => (await run(argv)) === 0));
    }
  };
  await Promise.all([lane(), lane()]);
  return !ends.includes(false);
}

/** Compiles what tests start as programs of their own, so that what is tried is what the package runs. */
async function buildPrograms(): Promise<boolean> {
  const folder = join(projectRoot, 'dist');
  await build(folder);
  env[BUILT] = folder;
  return true;
}

/** All groups that are wanted, in two runs: what needs Postgres at most, then what starts whole servers. */
async function dynamicChecks(wanted: (name: string) => boolean): Promise<{ well: boolean; counts: Counts }> {
  const groups = [...(await testFiles())].filter(([group]) => wanted(group)).sort();
  const counts = { tests: 0, pass: 0, fail: 0 };
  let well = true;
  for (const withServers of [false, true]) {
    const chosen = groups.filter(([group]) => onServers.has(group) === withServers);
    const files = chosen.flatMap(([, each]) => each);
    if (files.length === 0) continue;
    if (withServers) await step('the programs that the tests start: dist', buildPrograms);
    const title = `tests: ${chosen.map(([group, each]) => `${group} (${each.length} files)`).join(', ')}`;
    const ended = await step(title, async () => {
      const isTogether = (file: string) =>
        startNothing.some((name) => file.startsWith(`test/unit/${name}/`)) && !measureMemory.has(file);
      const together = files.filter(isTogether);
      const halves = [0, 1].map((half) => together.filter((_, at) => at % 2 === half));
      const alone = files.filter((file) => !isTogether(file));
      const results = await Promise.all(halves.filter(({ length }) => length > 0).map((half) => runTests(half, true)));
      if (alone.length > 0) results.push(await runTests(alone));
      for (const result of results) {
        counts.tests += result.tests;
        counts.pass += result.pass;
        counts.fail += result.fail;
      }
      return results.every(({ fail }) => fail === 0);
    });
    well = ended && well;
  }
  return { well, counts };
}

/** Runs tests with the Postgres that they share, where any of them asks for one. */
async function withPostgres<T>(wanted: (name: string) => boolean, tests: () => Promise<T>): Promise<T> {
  if (![...onPostgres].some(wanted)) return tests();
  const shared = await startSharedServer();
  Object.assign(env, shared.env);
  try {
    return await tests();
  } finally {
    await shared.stop();
  }
}

/** What `--only` and `--quick` ask for; a name that nothing has is an error, since it would pass without a test. */
async function chosen(only: readonly string[], quick: boolean): Promise<(name: string) => boolean> {
  const known = new Set([...staticNames, ...(await testFiles()).keys()]);
  const unknown = only.filter((name) => !known.has(name));
  if (unknown.length > 0) throw new UnknownName(`nothing is called ${unknown.join(', ')}: ${[...known].join(', ')}`);
  const names = new Set([...only, ...(quick ? quickGroups : [])]);
  return (name) => (names.size === 0 ? !onDemand.has(name) : names.has(name));
}

/** A name that `--only` does not know; the message names those that it knows. */
class UnknownName extends Error {
  override readonly name = 'UnknownName';
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      quick: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const wanted = await chosen(values.only, values.quick);
  const report = (line: string): void => {
    console.log(line);
  };
  const homeservers = wanted('homes') ? homeserverKinds : wanted('e2e') ? (['synapse'] as const) : [];
  for (const homeserver of homeservers) await installServers({ yes: values.yes, homeserver, report });
  if (wanted('homes')) await installContainerTools(report);
  const began = Date.now();
  const checked = await staticChecks(wanted, values.quick);
  const { well, counts } = await withPostgres(wanted, () => dynamicChecks(wanted));
  const nothing = counts.tests === 0 && values.only.every((name) => !staticNames.has(name));
  if (brokenOff) console.log('\nbroken off');
  if (!checked) console.log('\nlint or types failed: see above');
  if (nothing) console.log('\nno test was found');
  console.log(`\n${counts.pass} passed, ${counts.fail} failed (${((Date.now() - began) / 1000).toFixed(0)} s)`);
  return checked && well && !nothing ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof CannotInstall || error instanceof UnknownName)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
