/** Who belongs to a conversation in which they had no part, as the database has it: colleagues and newcomers. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EventId, ThreadId } from '../../../src/bridge/types.ts';
import { roomPeople } from '../../../src/db/mail-tables/recipients-chosen.ts';
import { peopleOf } from '../../../src/db/thread-tables/people-of-thread.ts';
import { latestMessage, loadMessage } from '../../../src/db/thread-tables/threads.ts';
import { recordMessage } from '../../../src/handling/thread-record.ts';
import type { Address } from '../../../src/mail/types.ts';
import { ids, vouchedAccount } from '../../support/handlers/fixtures.ts';
import type { Arrivals, Arrived } from '../../support/handlers/arrivals.ts';
import type { Letter } from '../../support/handlers/letters.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';

const support = vouchedAccount('support');
const UTA = 'uta@kunde.example';
const VITO = 'vito@kunde.example';

describe('somebody without a part in a conversation', () => {
  let test: TestDatabase;
  const parser = suiteParser();
  let mails: Arrivals;
  let thread: ThreadId;
  eachDatabase(async (given) => {
    test = given;
    ({ arrivals: mails } = await handlerWorld({ test, parser, accounts: [support] }));
    const first = await mails.arrive({ id: 'a1@k', from: UTA, cc: 'buying@kunde.example', subject: 'Offer 12' });
    assert.ok(first.thread !== null);
    ({ thread } = first);
  });

  const reply = (more: Letter): Promise<Arrived> =>
    mails.arrive({ answers: 'a1@k', subject: 'Re: Offer 12', from: VITO, to: `${UTA}, support@ours.example`, ...more });
  const senderOf = async ({ message }: Arrived) => (message === null ? null : await loadMessage(test.db, message));
  const answered = async () => (await latestMessage(test.db, thread, ['in']))?.messageId;
  const standing = async (address: string) =>
    (await peopleOf(test.db, [thread])).find((one) => one.address === address)?.standing;

  async function weWriteTo(address: string): Promise<void> {
    const message = ids.outgoing(support.id, `$${address}` as EventId);
    const base = { message, account: support.id, thread, direction: 'out' as const, contentHash: 'c' };
    const facts = {
      ...{ subject: 'Re: Offer 12', from: [{ name: 'Support', address: support.address }], replyTo: [] },
      ...{ to: [{ name: '', address: address as Address }], cc: [], inReplyTo: [], references: [], date: null },
      ...{ decision: 'answer', sender: null },
    };
    const messageId = ids.ownMessageId(message, 'ours.example');
    await test.db.transaction((tx) =>
      recordMessage(
        tx,
        support,
        { ...base, messageId, mail: null, outgoing: message, facts },
        { how: 'ours', index: null },
      ),
    );
  }

  it('of the same organisation joins as themselves, the room is told once, and no answer goes to them', async () => {
    const said = (await mails.said(thread)).length;
    const first = await reply({ id: 'v1@k' });
    assert.deepEqual([first.thread, first.decision], [thread, 'in-reply-to']);
    const { facts } = (await senderOf(first)) ?? {};
    assert.deepEqual([facts?.sender?.as, facts?.sender?.marks], ['self', []]);
    assert.deepEqual(facts?.row, { relation: 'same-organisation', verdict: 'pass' });
    assert.match((await mails.said(thread)).at(-1) ?? '', /vito@kunde\.example wrote here for the first time/);
    assert.match((await mails.said(thread)).at(-1) ?? '', /\(kunde\.example\)/);
    assert.equal(await answered(), '<a1@k>');
    await reply({ id: 'v2@k' });
    assert.equal((await mails.said(thread)).length, said + 3, 'two mails, and one notice');
    assert.equal(await answered(), '<a1@k>');
    assert.equal(await standing(VITO), 'newcomer');
  });

  it('of the same organisation gets answers once they stood in Cc of a mail of a participant', async () => {
    await reply({ id: 'v1@k' });
    await reply({ id: 'a2@k', from: UTA, to: 'support@ours.example', cc: VITO });
    assert.equal(await standing(VITO), 'participant');
    assert.equal(await answered(), '<a2@k>');
    await reply({ id: 'v2@k' });
    assert.equal(await answered(), '<v2@k>');
  });

  it('of the same organisation gets answers once we wrote to them, to what they said before too', async () => {
    await reply({ id: 'v1@k' });
    await weWriteTo(VITO);
    assert.equal(await standing(VITO), 'participant');
    assert.equal(await answered(), '<v1@k>');
  });

  it('attack: gets none because a mail for which nobody vouches names them', async () => {
    await reply({ id: 'v1@k' });
    await reply({ id: 'a2@k', from: UTA, vouched: false, cc: VITO });
    assert.equal(await standing(VITO), 'newcomer');
    assert.equal(await answered(), '<a2@k>', 'as the claim of a participant that it is');
    assert.equal((await latestMessage(test.db, thread, ['in'], 'verified'))?.messageId, '<a1@k>');
  });

  it('attack: what was said under a claimed address is not answered when its owner takes part', async () => {
    await reply({ id: 'v1@evil', vouched: false, headers: { 'Reply-To': 'mallory@evil.example' } });
    await weWriteTo(VITO);
    assert.equal(await standing(VITO), 'participant');
    assert.equal(await answered(), '<a1@k>');
  });

  it('of the same organisation brings nobody along, neither to the conversation nor into the room', async () => {
    await reply({ id: 'v1@k', cc: 'mallory@evil.example' });
    assert.equal(await standing('mallory@evil.example'), 'newcomer');
    const people = (await roomPeople(test.db, thread)).map(({ address }) => address);
    assert.ok(people.includes(VITO as Address));
    assert.ok(!people.includes('mallory@evil.example' as Address));
    const friend = await reply({
      id: 'm1@evil',
      from: 'mallory@evil.example',
      vouched: false,
      to: 'support@ours.example',
    });
    assert.equal(friend.decision, 'not-a-participant');
  });

  it('of the same organisation whom nobody checked joins marked, and one who fails stands apart', async () => {
    const unchecked = await reply({ id: 'v1@k', vouched: false });
    assert.equal(unchecked.thread, thread);
    assert.deepEqual((await senderOf(unchecked))?.facts.sender?.marks, ['unchecked', 'newcomer']);
    const failing = { 'Authentication-Results': 'mx.ours.example; dmarc=fail (p=none) header.from=kunde.example' };
    const failed = await reply({ id: 'v2@k', vouched: false, headers: failing });
    assert.equal(failed.decision, 'not-a-participant');
    assert.notEqual(failed.thread, thread);
    assert.match((await mails.said(thread)).at(-1) ?? '', /^Somebody who takes no part/);
  });

  it('of another organisation joins marked with a pass, or where they write to a participant', async () => {
    const erin = { from: 'erin@z.example' };
    const passing = await reply({ ...erin, id: 'e1@z', to: 'support@ours.example' });
    assert.deepEqual((await senderOf(passing))?.facts.sender?.marks, ['newcomer']);
    const naming = await reply({ from: 'carl@y.example', id: 'c1@y', vouched: false });
    assert.equal(naming.thread, thread);
    assert.deepEqual((await senderOf(naming))?.facts.sender?.marks, ['unchecked', 'newcomer']);
    const other = await reply({ from: 'dora@w.example', id: 'd1@w', vouched: false, to: 'support@ours.example' });
    assert.equal(other.decision, 'not-a-participant');
    assert.equal(await answered(), '<a1@k>');
  });

  it('attack: is of no organisation by an address at a provider that many share', async () => {
    const mail = { id: 'g1@gmail.com', from: 'uta@gmail.com', subject: 'Lamp' };
    const begun = await mails.arrive(mail);
    const eve = { from: 'eve@gmail.com', answers: 'g1@gmail.com', subject: 'Re: Lamp', to: 'support@ours.example' };
    const joined = await mails.arrive({ ...eve, id: 'g2@gmail.com' });
    assert.equal(joined.thread, begun.thread);
    assert.deepEqual((await senderOf(joined))?.facts.sender?.marks, ['newcomer']);
    const apart = await mails.arrive({ ...eve, from: 'mallory@gmail.com', id: 'g3@gmail.com', vouched: false });
    assert.equal(apart.decision, 'not-a-participant');
  });

  it('attack: is of no organisation because somebody new of it was named or wrote before', async () => {
    await reply({ id: 'e1@evil', from: 'eve@evil.example', to: UTA, cc: 'ann@evil.example', vouched: false });
    const joined = await reply({ id: 'm1@evil', from: 'mallory@evil.example', to: 'support@ours.example' });
    assert.deepEqual((await senderOf(joined))?.facts.row, { relation: 'other', verdict: 'pass' });
    assert.deepEqual((await senderOf(joined))?.facts.sender?.marks, ['newcomer']);
  });
});
