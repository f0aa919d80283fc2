/** `mailroom check` against real servers: what it says when all is well, and about each thing that is not. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { programFile } from '../../tools/built.ts';
import { servers } from '../support/servers.ts';

const main = programFile('main.ts');
const run = promisify(execFile);
const draft = z.looseObject({
  homeserver: z.looseObject({ domain: z.string() }),
  appservice: z.looseObject({ registration: z.string() }),
  database: z.looseObject({ url: z.string() }),
  accounts: z.record(z.string(), z.looseObject({ imap: z.looseObject({}), smtp: z.looseObject({}) })),
});
type Draft = z.infer<typeof draft>;

const site = await servers();
await site.mailroom.untilReady();

describe('mailroom check on real servers', { timeout: 300_000 }, () => {
  /** The lines of a check of this environment's config, changed. */
  async function check(change: (config: Draft) => void = () => undefined): Promise<{ code: number; out: string }> {
    const config = draft.parse(parse(await readFile(site.mailroom.configFile, 'utf8')));
    change(config);
    const file = join(site.state, 'changed.yaml');
    await writeFile(file, stringify(config));
    try {
      const { stdout } = await run(process.execPath, [main, 'check', '--config', file], { timeout: 90_000 });
      return { code: 0, out: stdout };
    } catch (error) {
      const { code, stdout } = z.object({ code: z.number(), stdout: z.string() }).parse(error);
      return { code, out: stdout };
    }
  }
  const support = (config: Draft) => config.accounts['support'] ?? assert.fail('no account support');

  it('says ok for each part, the way back included', async () => {
    const { code, out } = await check();
    assert.equal(code, 0, out);
    assert.match(out, /^ok {4}database {6}PostgreSQL \S+, schema current$/m);
    assert.match(out, /^ok {4}registration {2}\S+ matches the config$/m);
    assert.match(out, /^ok {4}homeserver {4}http:\S+ speaks v1\.\d+ and knows @mailroom:\S+$/m);
    assert.match(out, /^ok {4}ping {10}the homeserver reaches Mailroom \(\d+ ms\)$/m);
    assert.match(out, /^ok {4}rooms {9}made a space and a room of version \d+, with a ghost in it/m);
    assert.match(out, /^(?:ok {2}|warn) {2}mail reader {3}processes with no files but their own code/m);
    for (const id of ['support', 'info']) {
      assert.match(out, new RegExp(`^ok {4}${id} imap +\\S+, \\d+ mails in INBOX, sent mail in Sent$`, 'm'));
      assert.match(out, new RegExp(`^ok {4}${id} smtp +\\S+, mails up to \\d+ MiB`, 'm'));
    }
    assert.match(out, /^All is well\.$/m);
  });

  it('says which login was refused and where it stands in the config', async () => {
    const { code, out } = await check((config) => {
      support(config).imap['password'] = 'wrong';
      support(config).smtp['password'] = 'wrong';
    });
    assert.equal(code, 1);
    assert.match(
      out,
      /^FAIL {2}support imap .*refused the login: check accounts\.support\.imap\.user and \.password$/m,
    );
    assert.match(out, /^FAIL {2}support smtp .*refused the login: check accounts\.support\.smtp\.user and \.password/m);
    assert.match(out, /^2 to mend\.$/m);
    assert.equal(out.includes('wrong'), false);
  });

  it('says that an authority is missing, a mailbox is not there, and TLS is not what the port speaks', async () => {
    const { out } = await check((config) => {
      support(config).imap['mailboxes'] = ['INBX', 'Sent'];
      support(config).smtp['security'] = 'tls';
      delete config.accounts['info']?.imap['ca_file'];
    });
    assert.match(out, /^FAIL {2}support imap +there is no mailbox INBX, but INBOX$/m);
    assert.match(out, /^FAIL {2}support smtp .*check accounts\.support\.smtp\.security/m);
    assert.match(
      out,
      /^FAIL {2}info imap .*is from no authority that is known here: give it as accounts\.info\.imap\.ca_file/m,
    );
  });

  it('says that the homeserver does not know the token, or is another one', async () => {
    const { out } = await check((config) => {
      config.appservice.registration = join(site.state, 'strange.yaml');
      config.homeserver.domain = 'other.test';
    });
    assert.match(out, /^FAIL {2}registration {2}\S+strange\.yaml is not there: make it with mailroom registration$/m);
    const known = await readFile(site.mailroom.registrationFile, 'utf8');
    await writeFile(join(site.state, 'strange.yaml'), known.replace(/as_token: .*/, 'as_token: nobody-knows-this'));
    const strange = await check((config) => {
      config.appservice.registration = join(site.state, 'strange.yaml');
    });
    assert.match(strange.out, /^FAIL {2}homeserver {4}it does not know the token of \S+strange\.yaml/m);
    const elsewhere = await check((config) => {
      config.homeserver.domain = 'other.test';
    });
    assert.match(elsewhere.out, /^FAIL {2}registration {2}namespaces\.users does not cover the ghosts exclusively$/m);
    assert.match(elsewhere.out, /^FAIL {2}homeserver .*is homeserver\.domain its server_name\?$/m);
  });

  it('says what is wrong with the database', async () => {
    const at = (database: string) => (config: Draft) => {
      const url = new URL(config.database.url);
      url.pathname = `/${database}`;
      config.database.url = url.href;
    };
    assert.match((await check(at('nowhere'))).out, /^FAIL {2}database {6}the server has no such database/m);
    const refused = await check((config) => {
      const url = new URL(config.database.url);
      url.password = 'wrong';
      config.database.url = url.href;
    });
    assert.match(refused.out, /^FAIL {2}database {6}the database refused the login/m);
  });
});
