import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { parse, stringify } from 'yaml';
import { explainFailure, EXIT, readArgs, UsageError } from '../../../src/cli/command.ts';
import { ConfigError } from '../../../src/config/config-error.ts';
import { registrationCommand } from '../../../src/cli/registration.ts';
import { MailroomError } from '../../../src/base/errors.ts';
import { parseRegistration } from '../../../src/matrix/registration.ts';

const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `mailroom ARGS`, as a process of its own. */
async function mailroom(...args: string[]): Promise<Ended> {
  try {
    const { stdout, stderr } = await run(process.execPath, [join(root, 'src/main.ts'), ...args], { timeout: 60_000 });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailroom-commands-'));
});
after(() => rm(folder, { recursive: true }));

async function config(changes: Record<string, unknown> = {}): Promise<string> {
  const file = join(folder, 'config.yaml');
  const value = {
    homeserver: { url: 'http://127.0.0.1:1', domain: 'matrix.test' },
    appservice: { url: 'http://127.0.0.1:9000' },
    secret: 's'.repeat(32),
    database: { url: 'postgres://mailroom@127.0.0.1:1/mailroom' },
    accounts: {
      support: {
        address: 'support@mailroom.test',
        name: 'Support',
        imap: { host: '127.0.0.1', port: 1, user: 'x', password: 'hunter2' },
        smtp: { host: '127.0.0.1', port: 1, user: 'x', password: 'hunter2' },
      },
    },
    ...changes,
  };
  await writeFile(file, stringify(value));
  return file;
}

describe('the command line', { concurrency: 2 }, () => {
  it('has a complete and short help, and one for each command', async () => {
    const { code, out } = await mailroom('--help');
    assert.equal(code, EXIT.ok);
    assert.ok(out.split('\n').length < 30);
    const commands = [...out.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map((match) => match[1] ?? '');
    assert.ok(commands.length >= 5);
    for (const command of commands) {
      const help = await mailroom(command, '--help');
      assert.equal(help.code, EXIT.ok);
      assert.match(help.out, new RegExp(`^Usage: mailroom ${command}`));
    }
    for (const code of Object.values(EXIT)) assert.match(out, new RegExp(`\\b${String(code)} `));
  });

  it('says its version', async () => {
    const { out } = await mailroom('--version');
    const about = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    assert.equal(out, `mailroom ${about.version}\n`);
  });

  it('prints the schema that is in the repository', async () => {
    assert.equal((await mailroom('schema')).out, await readFile(join(root, 'config.schema.json'), 'utf8'));
  });

  it('exits 2 for what it does not understand, with a suggestion where there is one', async () => {
    const [none, unknown, near, option] = await Promise.all([
      mailroom(),
      mailroom('xyzzy'),
      mailroom('rum'),
      mailroom('schema', '--nope'),
    ]);
    for (const ended of [none, unknown, near, option]) assert.equal(ended.code, EXIT.usage);
    assert.match(unknown.err, /no command xyzzy\.\n/);
    assert.match(near.err, /Did you mean run\?/);
    assert.match(option.err, /--nope/);
    assert.equal(none.out, '');
  });

  it('exits 78 for a config that cannot be used', async () => {
    const { code, err } = await mailroom('run', '--config', join(folder, 'gone.yaml'));
    assert.equal(code, EXIT.config);
    assert.match(err, /gone\.yaml: 1 problem\n {2}cannot be read \(ENOENT\)/);
  });

  it('checks everything, says for each what to do, and exits 1', async () => {
    const file = await config();
    const { code, out } = await mailroom('check', '--config', file);
    assert.equal(code, EXIT.failed);
    assert.match(out, /^ok {4}config {6,}\S+config\.yaml: 1 account$/m);
    assert.match(out, /^FAIL {2}database {4,}nothing listens on 127\.0\.0\.1:1: is it running/m);
    assert.match(
      out,
      /^FAIL {2}registration {2}\S+registration\.yaml is not there: make it with mailroom registration$/m,
    );
    assert.match(out, /^FAIL {2}homeserver {4}nothing listens on 127\.0\.0\.1:1/m);
    assert.match(out, /^FAIL {2}support imap {2}nothing listens on 127\.0\.0\.1:1.*accounts\.support\.imap/m);
    assert.match(
      out,
      /^FAIL {2}support smtp {2}127\.0\.0\.1:1 cannot be reached: check accounts\.support\.smtp\.host/m,
    );
    assert.match(out, /^5 to mend\.$/m);
    assert.equal(out.includes('hunter2'), false);
  });
});

describe('the log of mailroom run', () => {
  /** A run that waits for a database that is not there, once it has written to standard output. */
  async function waiting() {
    const file = await config({ logging: { format: 'json', output: 'stdout' } });
    const child = spawn(process.execPath, [join(root, 'src/main.ts'), 'run', '--config', file], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(child, 'exit');
    let [out, err] = ['', ''];
    child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
    const begun = new Promise<void>((resolve) => {
      child.stdout.on('data', (piece: Buffer) => {
        out += piece.toString();
        resolve();
      });
    });
    await Promise.race([begun, ended]);
    return { child, ended, out: () => out, err: () => err };
  }

  it('is JSON on standard output where that is asked for, and standard error stays empty', async () => {
    const { child, ended, out, err } = await waiting();
    child.kill('SIGTERM');
    await ended;
    const messages = out()
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { message: string }).message);
    assert.equal(messages[0], 'Mailroom starts');
    assert.ok(messages.includes('Mailroom stops') || messages.includes('Mailroom does not start'), messages.join());
    assert.equal(err(), '');
  });

  it('ends the process as failed where nobody reads it any more, so that it is started again', async () => {
    const { child, ended } = await waiting();
    child.stdout.destroy();
    child.kill('SIGTERM');
    assert.deepEqual(await ended, [EXIT.failed, null]);
  });
});

describe('mailroom registration', () => {
  async function register(...args: string[]): Promise<{ code: number; out: string }> {
    let out = '';
    const code = await registrationCommand.run(args, {
      env: {},
      out: (text) => {
        out += text;
      },
      err: () => undefined,
      stopped: new Promise(() => undefined),
      onFatal: () => undefined,
    });
    return { code, out };
  }
  const read = async (file: string) => parseRegistration(await readFile(file, 'utf8'));

  it('writes new tokens for owner and group alone', async () => {
    const output = join(folder, 'new.yaml');
    await register('--config', await config(), '--output', output);
    const made = await read(output);
    assert.equal((await stat(output)).mode & 0o777, 0o640);
    assert.equal(made.url, 'http://127.0.0.1:9000');
    assert.match(made.as_token, /^[0-9a-f]{64}$/);
    assert.notEqual(made.as_token, made.hs_token);
    const raw = parse(await readFile(output, 'utf8')) as Record<string, unknown>;
    assert.equal(raw['receive_ephemeral'], true);
    assert.equal(raw['de.sorunome.msc2409.push_ephemeral'], true);
    assert.equal(raw['rate_limited'], false);
  });

  it('goes where the config says, relative to the config', async () => {
    await register(
      '--config',
      await config({ appservice: { url: 'http://127.0.0.1:9000', registration: './as.yaml' } }),
    );
    assert.equal((await read(join(folder, 'as.yaml'))).sender_localpart, 'mailroom');
  });

  it('keeps tokens and mode of a file that is there, unless it is told to make new ones', async () => {
    const output = join(folder, 'kept.yaml');
    const file = await config();
    await register('--config', file, '--output', output);
    const first = await read(output);
    await chmod(output, 0o600);
    await register('--config', file, '--output', output, '--url', 'https://mailroom.test');
    const second = await read(output);
    assert.deepEqual(second, { ...first, url: 'https://mailroom.test' });
    assert.equal((await stat(output)).mode & 0o777, 0o600);
    await register('--config', file, '--output', output, '--new-tokens');
    const third = await read(output);
    assert.notEqual(third.as_token, first.as_token);
    assert.notEqual(third.hs_token, first.hs_token);
  });

  it('prints to standard output with -', async () => {
    const file = await config({ appservice: { url: 'http://127.0.0.1:9000', registration: './never.yaml' } });
    const { out } = await register('--config', file, '--output', '-');
    assert.equal(parseRegistration(out).id, 'mailroom');
    await assert.rejects(stat(join(folder, 'never.yaml')), { code: 'ENOENT' });
  });

  it('does not write over what is no registration', async () => {
    const output = join(folder, 'notes.txt');
    await writeFile(output, 'my notes');
    await assert.rejects(register('--config', await config(), '--output', output), { code: 'registration-invalid' });
    assert.equal(await readFile(output, 'utf8'), 'my notes');
  });

  it('refuses an address that is none', async () => {
    await assert.rejects(register('--config', await config(), '--url', '127.0.0.1:9000'), UsageError);
  });
});

describe('SIGHUP before the command line is loaded', () => {
  /** Ends of the process that gets a SIGHUP when the first file of the command line is asked for. */
  async function hungUp(...args: string[]): Promise<{ readonly code: unknown; readonly signal: unknown }> {
    const hook = `import { registerHooks } from 'node:module';
      let sent = false;
      registerHooks({ resolve(name, context, next) {
        if (!sent && name.endsWith('cli/program.ts')) { sent = true; process.kill(process.pid, 'SIGHUP'); }
        return next(name, context);
      } });`;
    const preload = `data:text/javascript,${encodeURIComponent(hook)}`;
    const argv = ['--import', preload, join(root, 'src/main.ts'), ...args];
    const ended = run(process.execPath, argv, { timeout: 60_000 }).then(() => ({ code: 0, signal: null }));
    return ended.catch((error: unknown) => error as { code: unknown; signal: unknown });
  }

  it('does not end "mailroom run", which goes on to read its config', async () => {
    const { code, signal } = await hungUp('run', '--config', join(folder, 'none.yaml'));
    assert.deepEqual({ code, signal }, { code: EXIT.config, signal: null });
  });

  it('ends every other command, as its terminal does', async () => {
    assert.equal((await hungUp('check', '--config', join(folder, 'none.yaml'))).signal, 'SIGHUP');
  });
});

describe('an error that nobody catches', () => {
  const fixture = (...args: string[]) =>
    run(process.execPath, [join(root, 'test/fixtures/uncaught.ts'), ...args], { timeout: 30_000 }).then(
      () => assert.fail('it went on'),
      (error: unknown) => error as { code: number; stderr: string },
    );

  it('ends the process with exit code 1 and says what it was', async () => {
    for (const [kind, origin] of [
      ['rejection', 'unhandledRejection'],
      ['exception', 'uncaughtException'],
    ] as const) {
      const { code, stderr } = await fixture(kind);
      assert.equal(code, EXIT.failed);
      assert.match(stderr, new RegExp(`^Mailroom ends: ${origin}: Error: left alone`));
    }
  });

  it('is a line of the log where there is one', async () => {
    const { code, stderr } = await fixture('rejection', 'json');
    assert.equal(code, EXIT.failed);
    const line = JSON.parse(stderr) as Record<string, unknown>;
    assert.equal(line['message'], 'Mailroom ends: nobody caught an error');
    assert.equal(line['origin'], 'unhandledRejection');
  });
});

describe('what a command throws', () => {
  it('becomes words for people and an exit code', () => {
    const problems = [{ path: 'secret', text: 'is missing' }];
    assert.deepEqual(explainFailure(new ConfigError('c.yaml', problems)), {
      text: 'c.yaml: 1 problem\n  secret: is missing',
      code: EXIT.config,
    });
    assert.equal(explainFailure(new UsageError('Which?')).code, EXIT.usage);
    assert.deepEqual(explainFailure(new MailroomError('x', 'it is away')), { text: 'it is away', code: EXIT.failed });
    assert.match(explainFailure(new TypeError('a bug')).text, /TypeError: a bug\n +at /);
  });

  it('is a usage error for an option that is not known or wants a value', () => {
    const options = { config: { type: 'string' } } as const;
    assert.equal(readArgs(['--config', 'x'], options).config, 'x');
    assert.throws(() => readArgs(['--confg', 'x'], options), UsageError);
    assert.throws(() => readArgs(['--config'], options), UsageError);
    assert.throws(() => readArgs(['stray'], options), UsageError);
  });
});
