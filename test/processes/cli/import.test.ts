import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Plan } from '../../../src/archive/plan.ts';
import { ConfigError } from '../../../src/config/config-error.ts';
import { EXIT, UsageError } from '../../../src/cli/command.ts';
import { importCommand } from '../../../src/cli/import.ts';
import { runCommand } from '../../support/inspect.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailroom-import-test-'));
  await mkdir(join(folder, 'Inbox.sbd'));
  const mail = (id: string, more: string, from = 'bob@outside.example'): string =>
    `From: ${from}\nTo: support@ours.example\nMessage-ID: <${id}@x>\n${more}\n\nIt went dark.\n`;
  const dated = (day: number): string => `Date: Mon, ${day} Mar 2026 10:20:30 +0000`;
  await writeFile(
    join(folder, 'Inbox'),
    [
      mail('1', dated(9)),
      mail('2', `${dated(10)}\nIn-Reply-To: <1@x>`, 'alice@outside.example'),
      mail('1', dated(9)),
      mail('2', `${dated(10)}\nX-Other: way\nIn-Reply-To: <1@x>`, 'alice@outside.example'),
    ]
      .map((one) => `From - Mon Mar 09 10:20:30 2026\nX-Mozilla-Status: 0001\n${one}\n`)
      .join(''),
  );
  await writeFile(join(folder, 'Inbox.sbd', 'Odd'), 'From - \nX-Mozilla-Status: 0008\nSubject: nothing\n\nNo words.\n');
  await writeFile(join(folder, 'Inbox.msf'), '// index');
  await writeFile(join(folder, 'Cut\u001b[2J.zip'), 'PK\u0003\u0004');
  await writeFile(
    join(folder, 'file.eml'),
    mail('9', 'Date: Tue, 9 Mar 2077 00:00:00 +0000\nContent-Type: image/png; name=lamp.png'),
  );
});
after(() => rm(folder, { recursive: true }));

const run = (...args: string[]) => runCommand(importCommand, args);

describe('mailroom import --dry-run', () => {
  it('says what there is, how much, and what is odd about it', async () => {
    const { code, out, err } = await run('--dry-run', '--json', folder);
    const plan = JSON.parse(out) as Plan;
    assert.equal(code, EXIT.failed);
    assert.equal(err, '');
    assert.equal(plan.mails, 6);
    assert.deepEqual(plan.threads, { count: 3, of_one_mail: 2, largest: 4 });
    assert.equal(plan.people, 2);
    assert.deepEqual(plan.dates, { first: '2026-03-09T10:20:30.000Z', last: '2026-03-10T10:20:30.000Z' });
    assert.deepEqual(
      plan.folders.map(({ folder: of, mails }) => [of, mails]),
      [
        ['Inbox', 4],
        ['Inbox/Odd', 1],
        ['', 1],
      ],
    );
    assert.deepEqual(plan.odd, {
      copies: 1,
      same_id: 1,
      without_id: 1,
      without_date: 1,
      future_date: 1,
      without_from: 1,
      drafts: 0,
      deleted: 1,
      too_large: 0,
      composed: 0,
      unreadable: 0,
    });
    assert.deepEqual(plan.passed, [{ reason: 'kept by a mail program', files: 1 }]);
    assert.equal(plan.damaged.count, 1);
    assert.match(plan.damaged.places[0]?.reason ?? '', /its directory is missing/);
    assert.deepEqual([plan.estimate.sampled, plan.estimate.files], [6, 1]);
  });

  it('says it in words, and lets no file name drive the terminal', async () => {
    const { out } = await run('--dry-run', folder);
    assert.match(out, /^6 mails, \d+ B, from 2 senders\nfrom 2026-03-09 to 2026-03-10\n3 threads: 2 of one mail/);
    assert.match(out, /\nodd:\n {2}1 the same bytes as another mail of these\n/);
    assert.match(out, /\ndamaged:\n.*Cut.*its directory is missing/);
    assert.ok(!out.includes('\u001b'));
  });

  it('without it needs a config, and knows what may be asked for', async () => {
    await assert.rejects(run('--config', join(folder, 'none.yaml'), folder), ConfigError);
    await assert.rejects(run('--into', 'rooms', folder), UsageError);
    await assert.rejects(run('--attachments', 'some', folder), UsageError);
  });

  it('knows the dialects of mbox', async () => {
    await assert.rejects(run('--dry-run', '--mailbox', 'INBOX', folder), UsageError);
    await assert.rejects(run('--dry-run', '--mbox', 'mboxx', folder), UsageError);
    const { code } = await run('--dry-run', '--mbox', 'mboxo', join(folder, 'Inbox'));
    assert.equal(code, EXIT.ok);
  });

  it('fails where no mail is there', async () => {
    assert.equal((await run('--dry-run', join(folder, 'Inbox.msf'))).code, EXIT.failed);
  });
});
