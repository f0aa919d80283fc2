/** The mailboxes of an account as they are read to be brought in, on a server in memory. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { foundInMailboxes } from '../../../src/importing/mailboxes-source.ts';
import type { Found } from '../../../src/archive/sources/found.ts';
import type { OldMailChoice } from '../../../src/imap/old-mail.ts';
import { defaultTiming } from '../../../src/imap/settings.ts';
import type { ImapSettings } from '../../../src/imap/settings.ts';
import { StandInImap } from '../../support/imap-stand-in.ts';
import type { ImapStandInOptions } from '../../support/imap-stand-in.ts';

const ALL: OldMailChoice = { mailboxes: null, since: null };

describe('the mailboxes of an account', () => {
  let imap: StandInImap;
  let waited: (string | null)[];
  beforeEach(async () => {
    imap = await new StandInImap().start();
    waited = [];
  });
  afterEach(() => imap.stop());

  const settings = (password = 'right'): ImapSettings => ({
    ...{ host: '127.0.0.1', port: imap.port, security: 'none', ca: null, user: 'support', password },
    ...{ mailboxes: ['INBOX'], sentMailbox: null, follow: null, firstStartDays: 0, mailSize: 1_000_000 },
    ...{ pollMs: 60_000, timing: { ...defaultTiming(), backOffMs: [1, 1] } },
  });
  const read = (choice: OldMailChoice, how: { password?: string; signal?: AbortSignal } = {}) =>
    foundInMailboxes(
      'support@mailroom.test',
      {
        settings: settings(how.password),
        signal: how.signal ?? new AbortController().signal,
        waiting: (what) => waited.push(what),
        newMails: () => Promise.resolve(new Map()),
      },
      choice,
    );
  const mail = (id: string, text = id): string => `From: b@x.test\r\nMessage-ID: <${id}@x.test>\r\n\r\n${text}\r\n`;

  /** In a line each: where it lies and what it is, with the length of what was read. */
  const told = async (found: AsyncIterable<Found>): Promise<string[]> => {
    const lines: string[] = [];
    for await (const one of found) {
      if (one.is !== 'mail') {
        lines.push(`${one.is} ${one.place.path.slice(1).join(' ')}: ${one.reason}`);
        continue;
      }
      let bytes = 0;
      for await (const piece of one.mail.open()) bytes += piece.length;
      lines.push(`${one.mail.folder.join('/')} ${one.mail.place.path.at(-1) ?? ''}: ${String(bytes)}`);
    }
    return lines;
  };

  it('are read whole, small mails together and large ones in pieces, without a change', async () => {
    const [small, large] = [mail('a'), mail('b', 'a line of text\r\n'.repeat(40_000))];
    imap.add(imap.inbox, small);
    imap.add(imap.inbox, large);
    imap.add(imap.inbox, small);
    imap.add(imap.sent, small);
    imap.add(imap.trash, small);
    const commands: string[] = [];
    imap.options = { onCommand: (name) => commands.push(name) } satisfies ImapStandInOptions;
    assert.deepEqual(await told(read(ALL)), [
      `INBOX UIDVALIDITY 7 UID 1: ${String(small.length)}`,
      `INBOX UIDVALIDITY 7 UID 2: ${String(large.length)}`,
      `INBOX UIDVALIDITY 7 UID 3: ${String(small.length)}`,
      `Sent UIDVALIDITY 7 UID 1: ${String(small.length)}`,
      'passed Trash: a mailbox of deleted mail',
    ]);
    assert.ok(imap.boxes.every(({ mails }) => mails.every(({ flags }) => flags.size === 0)));
    assert.deepEqual(
      commands.filter((name) => /SELECT|STORE|EXPUNGE|CLOSE|MOVE/.test(name)),
      [],
    );
    assert.equal(imap.opened, 1);
  });

  it('are those that were received between two moments, in whole seconds, whatever day the server counts', async () => {
    const second = (at: number): Date => new Date(Date.UTC(2026, 2, 3, 23, 59, 50 + at));
    for (const [nth, id] of ['a', 'b', 'c', 'd', 'e'].entries()) imap.add(imap.inbox, mail(id), [], second(nth));
    const choice = { mailboxes: ['INBOX'], since: new Date(second(1).getTime() + 400), before: second(4) };
    const lines = await told(read(choice));
    assert.deepEqual(
      lines.map((line) => line.split(':')[0]),
      [2, 3, 4].map((uid) => `INBOX UIDVALIDITY 7 UID ${String(uid)}`),
    );
    assert.deepEqual(await told(read({ ...choice, before: second(1) })), []);
  });

  it('are those that are named, whatever they are marked as', async () => {
    imap.add(imap.inbox, mail('a'));
    imap.add(imap.trash, mail('b'));
    assert.deepEqual(await told(read({ mailboxes: ['Trash', 'Nowhere'], since: null })), [
      'damaged Nowhere: there is no such mailbox',
      `Trash UIDVALIDITY 7 UID 1: ${String(mail('b').length)}`,
    ]);
  });

  it('are waited for where the server goes away, and go on where they were', async () => {
    for (const id of ['a', 'b', 'c']) imap.add(imap.inbox, mail(id, 'a line of text\r\n'.repeat(20_000)));
    let fetches = 0;
    imap.options = {
      onCommand: (name) => {
        if (name === 'UID FETCH' && ++fetches === 4) imap.hangUp();
      },
    };
    const lines = await told(read(ALL));
    assert.deepEqual(
      lines.filter((line) => line.startsWith('INBOX')).map((line) => line.split(':')[0]),
      [1, 2, 3].map((uid) => `INBOX UIDVALIDITY 7 UID ${String(uid)}`),
    );
    assert.equal(new Set(lines.filter((line) => line.startsWith('INBOX')).map((line) => line.split(': ')[1])).size, 1);
    assert.equal(imap.opened, 2);
    assert.deepEqual([waited.length, waited.at(-1)], [2, null]);
  });

  it('are named where they get another UIDVALIDITY meanwhile; the others are read', async () => {
    for (let id = 0; id < 3; id += 1) imap.add(imap.inbox, mail(String(id), 'x'.repeat(300_000)));
    imap.add(imap.sent, mail('s'));
    const found = read(ALL);
    const first = await found.next();
    assert.ok(first.done !== true && first.value.is === 'mail');
    imap.inbox.uidvalidity = 8;
    imap.hangUp();
    const { open } = first.value.mail;
    await assert.rejects(async () => {
      for await (const piece of open()) assert.ok(piece.length > 0);
    }, /uidvalidity-changed/);
    const rest: string[] = [];
    for await (const one of found) rest.push(one.is === 'mail' ? (one.mail.place.path[1] ?? '') : one.is);
    assert.deepEqual(rest, ['INBOX', 'INBOX', 'Sent', 'passed']);
  });

  it('are not waited for where the login is refused', async () => {
    await assert.rejects(told(read(ALL, { password: 'wrong' })), /refuses the login/);
  });
});
