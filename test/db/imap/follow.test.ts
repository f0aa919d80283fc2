/** A mailbox that follows, on a server in memory: what each kind of server lets us do, and what it shows. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { AccountId } from '../../../src/bridge/types.ts';
import type { AccountSupervisor } from '../../../src/imap/lease.ts';
import { defaultTiming } from '../../../src/imap/settings.ts';
import type { ImapAccount } from '../../../src/imap/settings.ts';
import { Connection } from '../../../src/imap/connection.ts';
import { followable } from '../../../src/imap/follow.ts';
import type { FollowCommands } from '../../../src/imap/follow.ts';
import { followFindings } from '../../../src/check/follow.ts';
import { until } from '../../../tools/servers/wait.ts';
import { startTestServer, type TestDatabase, type TestServer } from '../../support/database.ts';
import { ids } from '../../support/handlers/fixtures.ts';
import { quietSupervisor } from '../../support/quiet-supervisor.ts';
import { StandInImap } from '../../support/imap-stand-in.ts';
import type { ImapStandInOptions } from '../../support/imap-stand-in.ts';

const support = 'support' as AccountId;

describe('a mailbox that follows', () => {
  let server: TestServer;
  let test: TestDatabase;
  let imap: StandInImap;
  let supervisor: AccountSupervisor;
  let account: ImapAccount;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());

  beforeEach(async () => {
    test = await server.database();
    imap = await new StandInImap().start();
    const settings: ImapAccount['imap'] = {
      host: '127.0.0.1',
      port: imap.port,
      security: 'none',
      ca: null,
      user: 'support',
      password: 'right',
      mailboxes: ['INBOX'],
      sentMailbox: null,
      follow: { archive: null },
      firstStartDays: 0,
      mailSize: 1_000_000,
      pollMs: 60_000,
      timing: defaultTiming(),
    };
    const { host, port, user, password } = settings;
    account = { account: support, imap: settings, login: ids.login(host, String(port), user, password) };
    supervisor = another();
    await supervisor.start();
    await see('a session', () => supervisor.commands(support) !== null);
    // The first look at the mailbox is over: what comes now is new.
    await see('a begun mailbox', async () => (await rows('SELECT FROM mailboxes')).length === 2);
  });
  afterEach(async () => {
    await supervisor.stop();
    await imap.stop();
    await test.close();
  });

  const rows = async (sql: string) => (await test.db.query<Record<string, unknown>>(sql)).rows;
  const see = (what: string, look: () => boolean | Promise<boolean>) =>
    until(look, { what, within: 30_000, every: 25 });
  const mail = (id: string) => imap.add(imap.inbox, `From: b@x.test\r\nMessage-ID: <${id}@x.test>\r\n\r\n${id}\r\n`);
  const follow = (): FollowCommands => {
    const commands = supervisor.commands(support)?.follow;
    assert.ok(commands);
    return commands;
  };
  const inbox = (...uids: readonly number[]) => ({ mailbox: 'INBOX', uidvalidity: imap.inbox.uidvalidity, uids });
  const ends = async (asked: ReturnType<FollowCommands['archive']>) =>
    [...(await asked)].map(([uid, one]) => [uid, one.end, 'how' in one ? one.how : null].filter(Boolean).join(' '));
  const options = (changed: ImapStandInOptions) => {
    imap.options = changed;
  };
  const flags = () => imap.inbox.mails.map(({ flags: of }) => [...of].sort().join(' '));
  const changes = () =>
    rows(`SELECT c.kind, m.uid FROM mailbox_changes c JOIN mails m USING (mail) ORDER BY m.uid, c.kind`);

  it('marks mails as read once, and knows those that are not there', async () => {
    mail('one');
    imap.flag(imap.inbox, mail('two'), '\\Seen');
    assert.deepEqual(await ends(follow().markSeen(inbox(1, 2, 9))), ['1 done seen', '2 found', '9 gone']);
    assert.deepEqual(flags(), ['\\Seen', '\\Seen']);
    assert.deepEqual(await ends(follow().markSeen(inbox(1))), ['1 found']);
  });

  it('moves whole mails by MOVE, and a second time finds that they are gone', async () => {
    for (const id of ['one', 'two', 'three']) mail(id);
    assert.deepEqual(await ends(follow().archive(inbox(1, 3))), ['1 done moved', '3 done moved']);
    assert.deepEqual([imap.inbox.mails.length, imap.archive.mails.length], [1, 2]);
    assert.deepEqual(await ends(follow().archive(inbox(1, 3))), ['1 gone', '3 gone']);
    assert.equal(imap.archive.mails.length, 2);
    assert.equal(await follow().locate('<one@x.test>'), 'archive');
    assert.equal(await follow().locate('<two@x.test>'), null);
    assert.equal(await follow().locate('<ne@x.test>'), null, 'a part of an id is none');
    assert.equal(await follow().locate('x'.repeat(5_000)), null);
  });

  it('flags where the server has no MOVE, and never copies, deletes or expunges', async () => {
    await supervisor.stop();
    options({ moves: false });
    supervisor = another();
    await supervisor.start();
    await see('a session', () => supervisor.commands(support) !== null);
    mail('one');
    assert.deepEqual(await ends(follow().archive(inbox(1))), ['1 done flagged']);
    assert.deepEqual([flags(), imap.archive.mails.length, imap.expunges], [['\\Flagged'], 0, []]);
  });

  it('flags where there is no archive, or it takes nothing', async () => {
    mail('one');
    options({ archive: false });
    assert.deepEqual(await ends(follow().archive(inbox(1))), ['1 done flagged']);
    assert.deepEqual(flags(), ['\\Flagged']);
  });

  it('is refused where the mailbox keeps no such flags', async () => {
    mail('one');
    options({ archive: false, permanent: '\\Answered' });
    assert.deepEqual(await ends(follow().markSeen(inbox(1))), ['1 refused']);
    assert.deepEqual(await ends(follow().archive(inbox(1))), ['1 refused']);
    assert.deepEqual(flags(), ['']);
  });

  it('touches nothing under another UIDVALIDITY, and takes mails of a mailbox that is no more for gone', async () => {
    mail('one');
    const asked = { ...inbox(1), uidvalidity: 6 };
    await assert.rejects(follow().markSeen(asked), /uidvalidity-changed/);
    await assert.rejects(follow().archive(asked), /uidvalidity-changed/);
    assert.deepEqual(await ends(follow().archive({ ...inbox(1), mailbox: 'Nowhere' })), ['1 gone']);
    assert.deepEqual([flags(), imap.archive.mails.length], [[''], 0]);
  });

  it('sees what somebody else does, at once, and how mails came is no change', async () => {
    const [one, two] = [mail('one'), mail('two')];
    imap.add(imap.inbox, 'Message-ID: <three@x.test>\r\n\r\nx\r\n', ['\\Seen']);
    await see('how they stand', async () => (await rows('SELECT FROM mailbox_standing')).length === 3);
    assert.deepEqual(await changes(), []);
    imap.flag(imap.inbox, one, '\\Seen');
    imap.move(imap.inbox, [two], imap.trash);
    await see('two changes', async () => (await changes()).length === 2);
    assert.deepEqual(await changes(), [
      { kind: 'read', uid: 1 },
      { kind: 'gone', uid: 2 },
    ]);
    imap.flag(imap.inbox, one, '\\Deleted');
    await see('a third', async () => (await changes()).length === 3);
    imap.move(imap.inbox, [one], null);
    await see(
      'that it is gone',
      async () => (await rows('SELECT FROM mailbox_standing WHERE gone_at IS NOT NULL')).length === 2,
    );
    assert.equal((await changes()).length, 3, 'what was marked as deleted and is then expunged is deleted once');
  });

  it('takes nothing for gone when the server gives the mailbox another UIDVALIDITY', async () => {
    mail('one');
    await see('how it stands', async () => (await rows('SELECT FROM mailbox_standing')).length === 1);
    imap.inbox.uidvalidity = 8;
    imap.inbox.mails = imap.inbox.mails.map((old) => ({ ...old, uid: old.uid + 40 }));
    imap.inbox.nextUid = 50;
    mail('two');
    await see('the new mail', async () => (await rows('SELECT FROM mails WHERE uidvalidity = 8')).length === 2);
    await see('how both stand', async () => (await rows('SELECT FROM mailbox_standing')).length === 2);
    assert.deepEqual(await changes(), []);
  });

  it('is found out by who checks', async () => {
    const connection = await Connection.open(
      account.imap,
      { idleAfterMs: 60_000, onExists: () => undefined },
      AbortSignal.timeout(30_000),
    );
    const found = async (changed: ImapStandInOptions, archive: string | null = null) => {
      options(changed);
      const facts = await followable(connection, ['INBOX'], archive);
      const settings = { id: support, archiveMailbox: archive ?? 'auto' };
      return followFindings('support mailbox', settings, facts).map(
        ({ state, text }) => `${state} ${text.slice(0, 47).trimEnd()}`,
      );
    };
    assert.deepEqual(await found({}), ['ok follows: mails of what is done go to Archive']);
    assert.deepEqual(await found({ archive: false }), ['warn no mailbox is marked as archive, so that mails']);
    assert.deepEqual(await found({}, 'Done'), ['fail there is no mailbox Done: mend accounts.support']);
    assert.deepEqual(await found({}, 'Trash'), ['ok follows: mails of what is done go to Trash']);
    assert.equal((await found({ permanent: '\\Answered' }))[0], 'warn INBOX cannot be changed by this login: nothing');
    const noMove = followFindings(
      'x',
      { id: support, archiveMailbox: 'auto' },
      { archive: 'A', canMove: false, readOnly: [] },
    );
    assert.deepEqual(
      noMove.map(({ state }) => state),
      ['warn'],
    );
    await connection.close();
  });

  function another(): AccountSupervisor {
    return quietSupervisor(test.db, [account]);
  }
});
