// Gets from a bare clone to a running script. Plain JavaScript for Node 20: it runs before any package is there.
//
//   node tools/bootstrap.mjs [SCRIPT [ARGUMENTS…]]
//
// Installs the locked packages when they are missing or stale, then runs SCRIPT with the Node that package.json pins,
// passes SIGINT, SIGTERM and SIGHUP on to it and ends with its exit code (128 + the signal's number when it was killed).
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.bootstrap');
const node = join(modules, '.bin/node');

/** The hash of what `npm ci` installs from. */
function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** Whether npm's own record of what is installed holds every package of the lock file (so after a plain `npm install`). */
function installedAsLocked() {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(locked).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return installed[path] === undefined ? optional === true : installed[path].version === version;
  });
}

/** One line for whoever waits. */
function say(line) {
  process.stdout.write(`${line}\n`);
}

function packagesReady(hash) {
  if (!existsSync(node)) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === hash) return true;
  if (!installedAsLocked()) return false;
  writeFileSync(stamp, `${hash}\n`);
  return true;
}

/** Runs a program in this terminal and resolves with its exit code. */
function run(command, args) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: 'inherit' });
    const pass = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    child.once('error', fail);
    child.once('exit', (code, signal) => {
      for (const each of signals) process.off(each, pass);
      done(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** npm's warnings are about packages that want a newer Node than the one npm itself runs on: they get it (see `node`). */
async function installPackages() {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  say('Installing the npm packages (half a minute or so) …');
  const ticker = setInterval(() => say(`  … ${seconds()} s`), 15_000);
  const npm = process.env.npm_execpath;
  const args = ['--prefix', root, 'ci', '--loglevel=error', '--no-fund', '--no-audit'];
  const code = npm?.endsWith('.js') ? await run(process.execPath, [npm, ...args]) : await run('npm', args);
  clearInterval(ticker);
  if (code !== 0) {
    process.stderr.write(`npm ci failed (exit code ${code}); run it in ${root} to see why.\n`);
    process.exit(code);
  }
  say(`  … installed in ${seconds()} s`);
}

const hash = lockHash();
if (!packagesReady(hash)) {
  await installPackages();
  writeFileSync(stamp, `${hash}\n`);
}
const [script, ...args] = process.argv.slice(2);
if (script !== undefined) process.exitCode = await run(node, [script, ...args]);
