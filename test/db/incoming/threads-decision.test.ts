import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { probeField } from '../../../src/bridge/delivery/probe.ts';
import { makeThreadToken, tokenAddress } from '../../../src/bridge/thread-token.ts';
import type { EventId, ThreadId } from '../../../src/bridge/types.ts';
import { isPlusProved } from '../../../src/db/mail-tables/plus-proofs.ts';
import { peopleOf } from '../../../src/db/thread-tables/people-of-thread.ts';
import { addAlias } from '../../../src/db/thread-tables/thread-traits.ts';
import { latestMessage, openThread } from '../../../src/db/thread-tables/threads.ts';
import { recordMessage } from '../../../src/handling/thread-record.ts';
import type { MessageId } from '../../../src/mail/types.ts';
import { ids, vouchedAccount } from '../../support/handlers/fixtures.ts';
import type { Arrivals } from '../../support/handlers/arrivals.ts';
import type { Letter } from '../../support/handlers/letters.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';

const support = vouchedAccount('support');
const sales = vouchedAccount('sales');

describe('the thread of a mail, with all that the database knows', () => {
  let test: TestDatabase;
  const parser = suiteParser();
  let mails: Arrivals;
  eachDatabase(async (given) => {
    test = given;
    ({ arrivals: mails } = await handlerWorld({ test, parser, accounts: [support, sales] }));
  });

  /** An answer of ours in a thread, as it stands after it was composed. */
  async function answered(thread: ThreadId, words = 'w'): Promise<MessageId> {
    const message = ids.outgoing(support.id, `$${thread}` as EventId);
    const messageId = ids.ownMessageId(message, 'ours.example');
    const facts = {
      subject: 'Re: Printer broken',
      from: [{ name: 'Support', address: support.address }],
      replyTo: [],
      to: [{ name: '', address: 'bob@x.example' as typeof support.address }],
      cc: [],
      inReplyTo: [],
      references: [],
      date: null,
      decision: 'answer',
      sender: null,
    };
    const base = { message, account: support.id, thread, direction: 'out' as const, messageId, contentHash: 'c' };
    await test.db.transaction((tx) =>
      recordMessage(
        tx,
        support,
        { ...base, mail: null, outgoing: message, facts, words },
        { how: 'ours', index: null },
      ),
    );
    return messageId;
  }

  async function opened(mail: Letter = { id: 'b1@x' }): Promise<ThreadId> {
    const { thread } = await mails.arrive(mail);
    assert.ok(thread !== null);
    return thread;
  }

  it('shows the same mail in two folders once, and in two accounts once in each', async () => {
    const thread = await opened();
    const twin = await mails.arrive({ id: 'b1@x' }, { mailbox: 'Archive' });
    assert.deepEqual([twin.state, twin.reason], ['ignored', 'duplicate']);
    const other = await mails.arrive({ id: 'b1@x' }, { account: 'sales' });
    assert.equal(other.state, 'decided');
    assert.notEqual(other.thread, thread);
    assert.equal((await mails.said(thread)).length, 1);
  });

  it('shows a list copy beside the direct copy once, also where the list is its sender', async () => {
    const direct = { id: 'b1@x', text: 'Hello list.' };
    const thread = await opened(direct);
    const list = { 'List-Id': '<dev.lists.example>' };
    const copy = await mails.arrive({ ...direct, headers: list });
    assert.equal(copy.reason, 'duplicate');
    const munged = { ...direct, from: 'dev@lists.example', subject: '[dev] Printer broken', headers: list };
    assert.equal((await mails.arrive(munged)).reason, 'duplicate');
    assert.equal((await mails.said(thread)).length, 1);
    // The other way round.
    const first = await opened({ ...munged, id: 'b2@x' });
    assert.equal((await mails.arrive({ ...direct, id: 'b2@x' })).reason, 'duplicate');
    const said = await mails.said(first);
    // Who calls himself a list and is faster takes nothing from the real sender.
    assert.match(said.at(-1) ?? '', /directly from bob@/);
    assert.equal(said.length, 2);
    await mails.arrive({ ...direct, id: 'b2@x' }, { mailbox: 'Other' });
    assert.equal((await mails.said(first)).length, 2);
  });

  it('never lets a forged copy of a known id suppress the real mail', async () => {
    const forged = await mails.arrive({ id: 'b1@x', from: 'mallory@evil.example', text: 'Pay me.' });
    const real = await mails.arrive({ id: 'b1@x', text: 'Good day.' });
    assert.deepEqual([forged.state, real.state], ['decided', 'decided']);
    assert.notEqual(real.thread, forged.thread);
    const later = await mails.arrive({ id: 'b1@x', from: 'mallory@evil.example', text: 'Pay me twice.' });
    assert.equal(later.decision, 'same-id');
    assert.equal(later.thread, forged.thread);
  });

  it('says so when the real mail comes after a copy of it that nobody vouched for', async () => {
    const thread = await opened({ id: 'b1@x', vouched: false });
    const real = await mails.arrive({ id: 'b1@x' });
    assert.equal(real.reason, 'duplicate');
    assert.match((await mails.said(thread)).at(-1) ?? '', /this time its sender is verified/);
    await mails.arrive({ id: 'b1@x' }, { mailbox: 'Other' });
    assert.equal((await mails.said(thread)).length, 2);
  });

  it('lets participants join by ids of others, and nobody else who was not checked', async () => {
    const thread = await opened({ id: 'b1@x', cc: 'dana@y.example' });
    const dana = await mails.arrive({
      id: 'd1@y',
      from: 'dana@y.example',
      answers: 'b1@x',
      subject: 'Re: Printer broken',
    });
    assert.deepEqual([dana.thread, dana.decision], [thread, 'in-reply-to']);
    const stranger = { from: 'mallory@evil.example', vouched: false, answers: 'b1@x', subject: 'Re: Printer broken' };
    const apart = await mails.arrive({ ...stranger, id: 'm1@evil' });
    assert.equal(apart.decision, 'not-a-participant');
    assert.notEqual(apart.thread, thread);
    assert.match(
      (await mails.said(apart.thread)).at(-1) ?? '',
      /^This refers to another conversation.*\nPrinter broken https:\/\/matrix\.to\/#\/%23mailroom_/,
    );
    assert.match((await mails.said(thread)).at(-1) ?? '', /^Somebody who takes no part/);
    const before = (await mails.said(thread)).length;
    await mails.arrive({ ...stranger, id: 'm2@evil' });
    assert.equal((await mails.said(thread)).length, before, 'the room is told once a day');
  });

  it('attack: a List-Id that nobody vouches for opens no door, and its writer gets no answer', async () => {
    const results = 'mx.ours.example; dmarc=pass header.from=x.example; dkim=pass header.d=lists.example';
    const dev = { 'List-Id': '<dev.lists.example>' };
    const vouched = { ...dev, 'Authentication-Results': results };
    const thread = await opened({ id: 'b1@x', vouched: false, headers: vouched, cc: 'dev@lists.example' });
    const stranger = { from: 'mallory@evil.example', vouched: false, answers: 'b1@x', subject: 'Re: Printer broken' };
    const apart = await mails.arrive({ ...stranger, id: 'm1@evil', headers: dev });
    assert.equal(apart.decision, 'not-a-participant');
    assert.notEqual(apart.thread, thread);
    const own = await answered(thread);
    await mails.arrive({ ...stranger, answers: own, id: 'm2@evil', headers: { 'List-Id': '<all.evil.example>' } });
    const friend = await mails.arrive({
      ...stranger,
      from: 'friend@evil.example',
      id: 'm3@evil',
      headers: { 'List-Id': '<all.evil.example>' },
    });
    assert.notEqual(friend.thread, thread, 'a newcomer gives the conversation no list');
  });

  it('shows what the list of the conversation sent as its writer, without a question or an answer', async () => {
    const results = (domain: string) =>
      `mx.ours.example; dmarc=pass header.from=${domain}; dkim=pass header.d=lists.example`;
    const headers = (domain: string) => ({
      'List-Id': '<dev.lists.example>',
      'Authentication-Results': results(domain),
    });
    const thread = await opened({ id: 'b1@x', vouched: false, headers: headers('x.example'), cc: 'dev@lists.example' });
    const said = (await mails.said(thread)).length;
    const frank = await mails.arrive({
      ...{ id: 'f1@z', from: 'frank@z.example', answers: 'b1@x', subject: 'Re: Printer broken' },
      ...{ vouched: false, headers: headers('z.example') },
    });
    assert.equal(frank.thread, thread);
    assert.equal((await mails.said(thread)).length, said + 1, 'nobody is asked');
    const people = await peopleOf(test.db, [thread]);
    assert.equal(people.find(({ address }) => address === 'frank@z.example')?.standing, 'newcomer');
    assert.equal((await latestMessage(test.db, thread, ['in']))?.messageId, '<b1@x>');
  });

  it('lets anyone join by an id of ours, as a newcomer, who stays one', async () => {
    const thread = await opened();
    const own = await answered(thread);
    const erin = await mails.arrive({
      id: 'e1@z',
      from: 'erin@z.example',
      answers: own,
      subject: 'Re: Printer broken',
      cc: 'frank@z.example',
    });
    assert.deepEqual([erin.thread, erin.decision], [thread, 'own-id']);
    const people = await peopleOf(test.db, [thread]);
    assert.deepEqual(people.map(({ address, standing, via }) => `${address} ${standing} ${via}`).sort(), [
      'bob@x.example participant from',
      'erin@z.example newcomer from',
      'frank@z.example newcomer cc',
    ]);
    const again = await mails.arrive({
      id: 'e2@z',
      from: 'erin@z.example',
      answers: 'e1@z',
      subject: 'Re: Printer broken',
    });
    assert.equal(again.thread, thread);
    const frank = await mails.arrive({
      id: 'f1@z',
      from: 'frank@z.example',
      vouched: false,
      answers: 'e1@z',
      subject: 'Re: Printer broken',
    });
    assert.equal(frank.decision, 'not-a-participant');
    // A participant writes to the newcomer.
    await mails.arrive({
      id: 'b3@x',
      answers: 'b1@x',
      to: 'support@ours.example, erin@z.example',
      subject: 'Re: Printer broken',
    });
    const after = await peopleOf(test.db, [thread]);
    assert.equal(after.find(({ address }) => address === 'erin@z.example')?.standing, 'participant');
  });

  it('makes nobody a participant because of a mail that nobody vouches for', async () => {
    const thread = await opened();
    const forged = { from: 'bob@x.example', vouched: false, answers: 'b1@x', subject: 'Re: Printer broken' };
    const joined = await mails.arrive({ ...forged, id: 'm1@evil', cc: 'mallory@evil.example' });
    assert.equal(joined.thread, thread);
    const mallory = await mails.arrive({
      id: 'm2@evil',
      from: 'mallory@evil.example',
      vouched: false,
      answers: 'b1@x',
      subject: 'Re: Printer broken',
    });
    assert.equal(mallory.decision, 'not-a-participant');
  });

  it('parts a changed subject that quotes nothing, and links both rooms', async () => {
    const thread = await opened();
    const quoted = await mails.arrive({
      id: 'b2@x',
      answers: 'b1@x',
      subject: 'Holidays',
      text: 'Yes.\r\n\r\n> Is it on?',
    });
    assert.equal(quoted.thread, thread);
    const parted = await mails.arrive({ id: 'b3@x', answers: 'b1@x', subject: 'Lunch' });
    assert.equal(parted.decision, 'changed-subject');
    assert.match((await mails.said(thread)).at(-1) ?? '', /Lunch https:\/\/matrix\.to/);
    assert.match((await mails.said(parted.thread)).at(-1) ?? '', /Printer broken https:\/\/matrix\.to/);
    const signed = { id: 'b4@x', answers: 'b1@x', subject: 'Dinner', text: 'At eight?\r\n\r\n-- \r\nBob' };
    assert.equal((await mails.arrive(signed)).decision, 'changed-subject', 'a signature is no quotation');
  });

  it('attack: what is somebody’s address in In-Reply-To is no id that two strangers share', async () => {
    const naming = (day: string) => ({ 'In-Reply-To': `Message from Sven <sven@list.example> of "${day}"` });
    const rita = await mails.arrive({ id: '97.a@x', subject: 'Lunch', headers: naming('Mon, 2 Nov 2026 08:00') });
    const tom = await mails.arrive({ id: '97.b@x', subject: 'Re: Lunch', headers: naming('Mon, 2 Nov 2026 08:30') });
    assert.notEqual(tom.thread, rita.thread);
    const own = await mails.arrive({ id: '97.c@x', subject: 'Re: Lunch', answers: 'bob@x.example' });
    const again = await mails.arrive({ id: '97.d@x', subject: 'Re: Lunch', answers: 'bob@x.example' });
    assert.notEqual(again.thread, own.thread, 'nor is one of those whom the mail names itself');
  });

  it('finds a mail by its id however it was folded or encoded', async () => {
    const encoded = '=?utf-8?q?=3CwJ6Gixv2LKcZ9G=3D=40eme?=\r\n =?utf-8?q?rsion=2Eexample=3E?=';
    const thread = await opened({ headers: { 'Message-ID': encoded } });
    const answer = { subject: 'Re: Printer broken' };
    const decoded = await mails.arrive({ ...answer, id: 'd4@x', answers: 'wJ6Gixv2LKcZ9G=@emersion.example' });
    const folded = await mails.arrive({ ...answer, id: 'd5@x', headers: { 'In-Reply-To': '<\r\n  d4@x>' } });
    assert.deepEqual([decoded.thread, folded.thread], [thread, thread]);
  });

  it('finds parents that come late, and siblings', async () => {
    const reply = await mails.arrive({ id: 'b2@x', answers: 'b1@x', subject: 'Re: Printer broken' });
    const parent = await mails.arrive({ id: 'b1@x' });
    assert.deepEqual([parent.thread, parent.decision], [reply.thread, 'referenced-by']);
    const one = await mails.arrive({ id: 's1@x', answers: 'lost@x', subject: 'Re: Lost' });
    const two = await mails.arrive({ id: 's2@x', answers: 'lost@x', subject: 'Re: Lost' });
    assert.deepEqual([two.thread, two.decision], [one.thread, 'sibling']);
  });

  it('knows mails of ours by the id that the relay gave them', async () => {
    const thread = await opened();
    await answered(thread);
    const message = ids.outgoing(support.id, `$${thread}` as EventId);
    await addAlias(test.db, message, '<0100abc@email.amazonses.com>' as MessageId);
    const answer = await mails.arrive({
      id: 'b9@x',
      from: 'new@z.example',
      answers: '0100abc@email.amazonses.com',
      subject: 'Re: Printer broken',
    });
    assert.deepEqual([answer.thread, answer.decision], [thread, 'alias']);
  });

  it('learns another id from the copy in Sent, and from nowhere else', async () => {
    const thread = await opened();
    const own = await answered(thread);
    const original = { 'X-Microsoft-Original-Message-ID': own };
    const claim = await mails.arrive({
      id: 'fake@evil',
      from: 'mallory@evil.example',
      headers: original,
      subject: 'Hi',
    });
    assert.equal(claim.decision, 'no-references');
    const filed = await mails.arrive(
      { id: 'AM0PR01@prod.outlook.example', from: 'support@ours.example', headers: original },
      { mailbox: 'Sent', role: 'sent' },
    );
    assert.deepEqual([filed.state, filed.reason], ['ignored', 'own mail']);
    const answer = await mails.arrive({
      id: 'b9@x',
      answers: 'AM0PR01@prod.outlook.example',
      subject: 'Re: Printer broken',
    });
    assert.deepEqual([answer.thread, answer.decision], [thread, 'alias']);
  });

  it('follows the token in the address, not a forged one', async () => {
    const thread = await opened();
    const address = (token: string) => tokenAddress(support.address, token) ?? '';
    const token = makeThreadToken(ids.tokenKeys, ids.nameOf(support.id), thread);
    const subject = 'Re: Printer broken';
    const found = await mails.arrive({ id: 'b2@x', to: address(token), subject });
    assert.deepEqual([found.thread, found.decision], [thread, 'token']);
    const envelope = await mails.arrive({ id: 'b3@x', headers: { 'Delivered-To': address(token) }, subject });
    assert.equal(envelope.decision, 'token');
    const forged = `${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`;
    assert.equal((await mails.arrive({ id: 'b4@x', to: address(forged), subject })).decision, 'no-references');
    const elsewhere = await mails.arrive({ id: 'b5@x', to: address(token), subject }, { account: 'sales' });
    assert.equal(elsewhere.decision, 'no-references');
  });

  it('follows Thread-Index with a participant', async () => {
    const root = Buffer.concat([Buffer.from([1, 0xd8, 1, 2, 3, 4]), Buffer.from('0123456789abcdef')]);
    const child = Buffer.concat([root, Buffer.from([1, 2, 3, 4, 5])]);
    const thread = await opened({ id: 'b1@x', headers: { 'Thread-Index': root.toString('base64') } });
    const headers = { 'Thread-Index': child.toString('base64') };
    const found = await mails.arrive({ id: 'b2@x', headers, subject: 'RE: Printer broken' });
    assert.deepEqual([found.thread, found.decision], [thread, 'thread-index']);
    const stranger = await mails.arrive({
      id: 'm1@evil',
      from: 'mallory@evil.example',
      headers,
      subject: 'RE: Printer broken',
    });
    assert.equal(stranger.decision, 'not-a-participant');
  });

  it('shows a colleague who answers from a mail program in the thread, with or without part in it', async () => {
    const thread = await opened();
    const sent = await mails.arrive(
      {
        id: 'c1@ours',
        from: 'support@ours.example',
        to: 'bob@x.example',
        answers: 'b1@x',
        subject: 'Re: Printer broken',
      },
      { mailbox: 'Sent', role: 'sent' },
    );
    assert.deepEqual([sent.thread, sent.decision], [thread, 'in-reply-to']);
  });

  it('takes a mail that was delivered into Sent for one that came in: a claim to be the account waits', async () => {
    await opened();
    for (const [name, value] of [
      ['Delivered-To', 'support+Sent@ours.example'],
      ['Return-Path', '<support@ours.example>'],
    ] as const) {
      const forged = { from: 'support@ours.example', to: 'bob@x.example', answers: 'b1@x', vouched: false };
      const id = `${name.toLowerCase()}@evil`;
      const found = await mails.arrive(
        { ...forged, id, headers: { [name]: value }, text: `Pay at once: ${name}` },
        { mailbox: 'Sent', role: 'sent' },
      );
      assert.equal(found.state, 'held', name);
    }
    const theirs = {
      id: 'e1@evil',
      from: 'eve@evil.example',
      headers: { 'Delivered-To': 'support+Sent@ours.example' },
    };
    const found = await mails.arrive({ ...theirs, text: 'Eve' }, { mailbox: 'Sent', role: 'sent' });
    const { rows } = await test.db.query(`SELECT direction FROM messages WHERE message_id = '<e1@evil>'`);
    assert.deepEqual([found.state, rows], ['decided', [{ direction: 'in' }]]);
  });

  it('joins one of two threads that know an id by where the sender takes part, else the oldest', async () => {
    const first = await opened({ id: 'twice@x', from: 'ann@a.example', text: 'One' });
    const second = await opened({ id: 'twice@x', from: 'ben@b.example', text: 'Two' });
    assert.notEqual(first, second);
    const ben = await mails.arrive({
      id: 'r1@b',
      from: 'ben@b.example',
      answers: 'twice@x',
      subject: 'Re: Printer broken',
    });
    assert.equal(ben.thread, second);
    const stranger = await mails.arrive({
      id: 'r2@c',
      from: 'cleo@c.example',
      vouched: false,
      answers: 'twice@x',
      subject: 'Re: Printer broken',
    });
    assert.equal(stranger.decision, 'not-a-participant');
    const said = await mails.said(first);
    assert.match(said.at(-1) ?? '', /Somebody who takes no part/);
  });

  it('takes a probe for what it is, and a forged one for a mail', async () => {
    const field = probeField(ids, support.id, support.address, '0123456789abcdef');
    const probe = { id: 'p@ours', from: support.address, to: 'support+probe@ours.example' };
    const real = await mails.arrive({ ...probe, headers: { [field.name]: field.value } });
    assert.deepEqual([real.state, real.reason], ['ignored', 'probe']);
    assert.ok(await isPlusProved(test.db, support.id, support.address));
    const headers = { [field.name]: `${field.value}x` };
    const forged = await mails.arrive({ id: 'p2@evil', from: 'mallory@evil.example', headers });
    assert.equal(forged.state, 'decided');
    const elsewhere = await mails.arrive({ ...probe, headers: { [field.name]: field.value } }, { account: 'sales' });
    assert.notEqual(elsewhere.reason, 'probe');
  });

  it('keeps a mail with U+0000 in its subject', async () => {
    const fate = await mails.arrive({ id: 'nul@x', subject: '=?utf-8?Q?a=00b?=' });
    assert.equal(fate.state, 'decided');
    await test.db.transaction((tx) =>
      openThread(tx, { thread: 't' as ThreadId, account: support.id, subject: '', by: '' }),
    );
  });
});
