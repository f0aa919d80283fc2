import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  isWorthARemark,
  mailsRead,
  remarkOf,
  type MailboxChange,
  type ReadingFacts,
} from '../../../../src/bridge/helpdesk/mailbox-follow.ts';
import type { EventId, MessageKey, ThreadId, UserId } from '../../../../src/bridge/types.ts';

type EventPlace = ReadingFacts['receipts'][number]['place'];

const alice = '@alice:matrix.test' as UserId;
const bob = '@bob:matrix.test' as UserId;
const eve = '@eve:evil.test' as UserId;
const ghost = '@mail_dora=40outside.test:matrix.test' as UserId;

const place = (event: string, minute: number, ts = minute * 60_000): EventPlace => ({
  event: event as EventId,
  at: new Date(minute * 60_000),
  ts,
});
const mail = (number: number, minute: number) => {
  const event = `$mail${String(number)}` as EventId;
  return { mail: number, event, place: place(event, minute) };
};
const receipt = (user: UserId, where: EventPlace, ofThread = false) => ({ user, ofThread, place: where });

const room: ReadingFacts = {
  claimedBy: null,
  team: [alice, bob],
  joined: [alice, bob, ghost, eve],
  receipts: [],
  mails: [mail(1, 1), mail(2, 3)],
};
const read = (more: Partial<ReadingFacts>) => mailsRead({ ...room, ...more });

describe('which mails count as read', () => {
  it('those up to what whoever has the conversation has read, whatever the others have', () => {
    assert.deepEqual(read({ claimedBy: alice, receipts: [receipt(alice, place('$x', 2))] }), [1]);
    assert.deepEqual(read({ claimedBy: alice, receipts: [receipt(alice, place('$x', 4))] }), [1, 2]);
    assert.deepEqual(read({ claimedBy: alice, receipts: [receipt(bob, place('$x', 4))] }), []);
  });

  it('where nobody has it, those that all of the team who are there have read', () => {
    const both = [receipt(alice, place('$x', 4)), receipt(bob, place('$y', 2))];
    assert.deepEqual(read({ receipts: both }), [1]);
    assert.deepEqual(read({ receipts: both, joined: [alice, ghost] }), [1, 2]);
    assert.deepEqual(read({ receipts: both, joined: [ghost, eve] }), [], 'nobody is there');
  });

  it('never by people who are not in the team, or by ghosts', () => {
    const strangers = [receipt(eve, place('$x', 4)), receipt(ghost, place('$x', 4))];
    assert.deepEqual(read({ receipts: strangers }), []);
    assert.deepEqual(read({ claimedBy: eve, receipts: strangers }), [], 'a guest has it');
    assert.deepEqual(
      read({ claimedBy: eve, receipts: [...strangers, receipt(alice, place('$x', 4)), receipt(bob, place('$x', 2))] }),
      [1],
      'then the team decides',
    );
  });

  it('in the order of the room, of events that were pushed together by their own times', () => {
    const together = (ts: number) => [receipt(alice, place('$x', 3, ts))];
    assert.deepEqual(read({ claimedBy: alice, receipts: together(3 * 60_000 + 1) }), [1, 2]);
    assert.deepEqual(read({ claimedBy: alice, receipts: together(3 * 60_000 - 1) }), [1], 'the mail came behind it');
  });

  it('in a Matrix thread that very mail alone', () => {
    assert.deepEqual(read({ claimedBy: alice, receipts: [receipt(alice, place('$x', 9), true)] }), []);
    assert.deepEqual(read({ claimedBy: alice, receipts: [receipt(alice, place('$mail2', 3), true)] }), [2]);
  });

  it('where nobody knows the place of a mail, by its event alone', () => {
    const mails = [{ ...mail(1, 1), place: null }];
    assert.deepEqual(read({ mails, claimedBy: alice, receipts: [receipt(alice, place('$x', 9))] }), []);
    assert.deepEqual(read({ mails, claimedBy: alice, receipts: [receipt(alice, place('$mail1', 9))] }), [1]);
  });
});

describe('what a room is told of its mailbox', () => {
  const change: MailboxChange = {
    kind: 'gone',
    message: 'm' as MessageKey,
    thread: 't' as ThreadId,
    event: '$e' as EventId,
    byUs: false,
    readHere: false,
    elsewhereToo: false,
    done: false,
  };
  const worth = (more: Partial<MailboxChange>) => isWorthARemark({ ...change, ...more });

  it('that a person has archived, deleted or read a mail', () => {
    assert.ok(worth({}));
    assert.ok(worth({ kind: 'deleted' }));
    assert.ok(worth({ kind: 'read' }));
  });

  it('nothing of our own doing, of what is done, and of a mail that another mailbox has too', () => {
    assert.ok(!worth({ byUs: true }));
    assert.ok(!worth({ done: true }));
    assert.ok(!worth({ elsewhereToo: true }));
    assert.ok(!worth({ kind: 'read', readHere: true }));
    assert.ok(worth({ kind: 'read', byUs: true, done: true, elsewhereToo: true }));
  });

  it('nothing of a mail that does not stand there', () => {
    assert.ok(!worth({ event: null }));
    assert.ok(!worth({ thread: null }));
    assert.ok(!worth({ kind: 'read', message: null }));
  });

  it('where it is now', () => {
    assert.equal(remarkOf('gone', 'archive'), 'archived');
    assert.equal(remarkOf('gone', 'trash'), 'deleted');
    assert.equal(remarkOf('gone', 'elsewhere'), 'moved');
    assert.equal(remarkOf('gone', null), 'moved');
    assert.equal(remarkOf('deleted', null), 'deleted');
    assert.equal(remarkOf('read', null), 'read');
  });
});
