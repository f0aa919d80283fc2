/** A conversation by mail and in Matrix at the same time, as it must be on every homeserver. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AT_ONCE, bot, field, repliesTo, unique, type World } from './e2e.ts';
import { type MatrixUser, referencedIds } from './servers.ts';

/**
 * The tests, on a world that was started. `where` names the homeserver; with `entry: 'invited'` it lets nobody into a
 * room without an invitation, whatever space they are in.
 */
export function conversationTests(
  where: string,
  world: World,
  alice: MatrixUser,
  { entry }: { readonly entry: 'space' | 'invited' } = { entry: 'space' },
): void {
  describe(`a conversation on ${where}`, { concurrency: AT_ONCE }, () => {
    it('a first mail becomes a room in the space of its account, spoken by the ghost of its sender', async () => {
      const space = await world.space('Support');
      const talk = await world.conversation('Printer', { subject: 'Re: AW: % on fire', text: 'Hello.\n' });
      assert.equal(talk.ghost, `@mail_${talk.outsider.address.replace('@', '=40')}:matrix.test`);
      assert.equal(field(talk.shown, 'body').trim(), 'Hello.');
      assert.deepEqual(talk.shown.content['m.mentions'], {});
      const state = await alice.state(talk.room);
      const find = (type: string, key = '') =>
        state.find((event) => event.type === type && event.state_key === key)?.content;
      assert.equal(find('m.room.name')?.['name'], talk.subject.replace('Re: AW: ', ''));
      assert.equal(find('m.room.topic')?.['topic'], 'support@mailroom.test');
      const { avatar_url: picture, ...member } = find('m.room.member', talk.ghost) ?? {};
      assert.deepEqual(member, { membership: 'join', displayname: 'Olga Outside' });
      assert.match(String(picture), /^mxc:\/\//);
      assert.deepEqual(find('io.element.functional_members'), { service_members: [bot] });
      const bySpace = { join_rule: 'restricted', allow: [{ type: 'm.room_membership', room_id: space }] };
      assert.deepEqual(find('m.room.join_rules'), entry === 'space' ? bySpace : { join_rule: 'invite' });
      assert.ok(find('m.space.parent', space), 'the room names its space');
      const children = await alice.state(space);
      assert.ok(children.some(({ type, state_key: key }) => type === 'm.space.child' && key === talk.room));
      const bridges = state.filter(({ type }) => type === 'm.bridge' || type === 'uk.half-shot.bridge');
      assert.equal(bridges.length, 2);
      for (const { content } of bridges) {
        assert.equal(content['bridgebot'], bot);
        assert.deepEqual(content['protocol'], { id: 'email', displayname: 'E-mail' });
      }
      assert.equal(find('m.room.encryption'), undefined);
      const members = state.filter(({ type }) => type === 'm.room.member');
      assert.deepEqual(
        new Map(members.map(({ state_key: user, content }) => [user, content['membership']])),
        new Map([
          [bot, 'join'],
          [talk.ghost, 'join'],
          ['@alice:matrix.test', 'join'],
          ['@bob:matrix.test', 'invite'],
          ['@carol:matrix.test', 'invite'],
        ]),
      );
    });

    it('an answer leaves as a mail of the thread, and the reply comes back into the room', async () => {
      const talk = await world.conversation('Both ways');
      const { outsider, room } = talk;
      const said = await alice.say(room, 'Here is the answer.');
      const arrived = await outsider.receives('Here is the answer.');
      const { parsed } = arrived;
      assert.deepEqual(parsed.from?.value, [{ address: 'support@mailroom.test', name: 'Alice via Support' }]);
      assert.equal(parsed.subject, `Re: ${talk.subject}`);
      assert.equal(parsed.inReplyTo, talk.first.messageId);
      assert.deepEqual(referencedIds(parsed), [talk.first.messageId]);
      assert.match(parsed.messageId ?? '', /@mailroom\.test>$/);
      assert.equal(arrived.raw.includes('mxc:'), false);
      await world.signed(said, '✔️');
      const told = await world.answered(said, 'goes to:');
      assert.ok(field(told, 'body').includes(outsider.address));

      await outsider.answer(arrived, 'Thank you, that helps.');
      const back = await world.says(room, 'Thank you, that helps.');
      assert.equal(back.sender, talk.ghost);
      assert.equal(field(back, 'body').includes('wrote:'), false, 'what is quoted does not stand in the text');

      await alice.say(room, 'The second answer.');
      const second = (await outsider.receives('The second answer.')).parsed;
      assert.equal(second.subject, `Re: ${talk.subject}`);
      assert.equal(referencedIds(second).length, 3);
      const notices = (await world.messages(room)).filter((event) => field(event, 'body').includes('goes to:'));
      assert.equal(notices.length, 1, 'the same recipients are told once');
    });

    it('what was answered is \\Answered, nothing else is flagged, and one copy lies in Sent', async () => {
      const talk = await world.conversation('Flags');
      const inbox = await world.mailbox('support');
      const original = await inbox.waitFor(({ parsed }) => parsed.messageId === talk.first.messageId, {
        what: 'the mail',
      });
      assert.deepEqual(
        [...(await inbox.flags(original.uid))].filter((flag) => flag !== '\\Recent'),
        [],
      );
      await alice.say(talk.room, 'Flagged now.');
      const { parsed } = await talk.outsider.receives('Flagged now.');
      const sent = await world.mailbox('support', 'Sent');
      const copy = await sent.waitFor((mail) => mail.parsed.messageId === parsed.messageId, {
        what: 'the copy',
        within: 20_000,
      });
      assert.ok((await sent.flags(copy.uid)).has('\\Seen'));
      assert.deepEqual(
        [...(await inbox.flags(original.uid))].filter((flag) => flag !== '\\Recent'),
        ['\\Answered'],
      );
      await world.barrier(talk);
      const copies = (await sent.mails()).filter((mail) => mail.parsed.messageId === parsed.messageId);
      assert.equal(copies.length, 1);
      assert.equal(
        (await world.messages(talk.room)).filter((event) => field(event, 'body').includes('Flagged now.')).length,
        1,
      );
    });

    it('a Matrix reply and a Matrix thread answer the mail that they hang on', async () => {
      const talk = await world.conversation('Older');
      const { outsider, room } = talk;
      const word = unique();
      const second = await outsider.write({
        subject: `Re: ${talk.subject}`,
        inReplyTo: talk.first.messageId,
        references: talk.first.messageId,
        text: word,
      });
      const shown = await world.says(room, word);
      await alice.reply(room, talk.shown.event_id, 'To the older one.');
      assert.equal((await outsider.receives('To the older one.')).parsed.inReplyTo, talk.first.messageId);
      await alice.say(room, 'To the latest one.');
      assert.equal((await outsider.receives('To the latest one.')).parsed.inReplyTo, second.messageId);
      const thread = { rel_type: 'm.thread', event_id: talk.shown.event_id, is_falling_back: true };
      await alice.say(room, 'In the thread.', {
        'm.relates_to': { ...thread, 'm.in_reply_to': { event_id: shown.event_id } },
      });
      assert.equal((await outsider.receives('In the thread.')).parsed.inReplyTo, talk.first.messageId);
    });

    it('HTML comes in as the safe part of it, with its pictures, and goes out beside plain text', async () => {
      const picture = Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      );
      const talk = await world.conversation('HTML', {
        text: 'plain words',
        html: '<style>p{color:red}</style><p onclick="x()">Some <b>bold</b> words</p><ul><li>one</li></ul><script>alert(1)</script><img src="https://tracker.outside.test/p.gif"><img src="cid:pic@outside.test" alt="logo">',
        attachments: [{ filename: 'logo.png', content: picture, cid: 'pic@outside.test', contentType: 'image/png' }],
      });
      const html = field(talk.shown, 'formatted_body');
      assert.match(html, /<b>bold<\/b>|<strong>bold<\/strong>/);
      assert.match(html, /<li>one/);
      assert.doesNotMatch(html, /script|alert|style|onclick|tracker/);
      const [, mxc] = /src="(mxc:\/\/[^"]+)"/.exec(html) ?? [];
      assert.deepEqual(await alice.download(mxc ?? ''), picture);
      assert.match(field(talk.shown, 'body'), /Some \**bold\** words/);

      await alice.say(talk.room, 'Some *fine* words', {
        format: 'org.matrix.custom.html',
        formatted_body: 'Some <em>fine</em> words<script>alert(1)</script>',
      });
      const { parsed, raw } = await talk.outsider.receives('fine');
      assert.match(raw.toString('latin1'), /multipart\/alternative/);
      assert.match(parsed.text ?? '', /Some _fine_ words/);
      assert.match(String(parsed.html), /Some <em>fine<\/em> words/);
      assert.doesNotMatch(String(parsed.html), /script/);
    });

    it('the same subject is another thread; a parent that comes late joins its reply', async () => {
      const talk = await world.conversation('Late');
      const { outsider } = talk;
      await outsider.write({ subject: talk.subject, text: 'Not the same matter.' });
      const other = await world.enter(talk.subject);
      assert.notEqual(other, talk.room);
      await world.says(other, 'Not the same matter.');

      const parent = `<${unique()}@outside.test>`;
      const word = unique();
      await outsider.write({ subject: `Re: ${word}`, inReplyTo: parent, references: parent, text: 'the reply' });
      const room = await world.enter(word);
      await outsider.write({ messageId: parent, subject: word, text: 'the late parent' });
      await world.says(room, 'the late parent');
    });

    it('a mail to two accounts has a room in each space, and each answers for itself', async () => {
      const outsider = await world.outsider('Tom Two');
      const word = unique('two');
      await outsider.write({ to: 'support@mailroom.test', cc: 'info@mailroom.test', subject: word, text: 'To both.' });
      const rooms = [await world.enter(word), await world.enter(word)];
      const spaces = [await world.space('Support'), await world.space('Info')];
      const parents = await Promise.all(
        rooms.map(async (room) => {
          await world.says(room, 'To both.');
          return (await alice.state(room)).find(({ type }) => type === 'm.space.parent')?.state_key ?? '';
        }),
      );
      assert.deepEqual([...parents].sort(), [...spaces].sort());
      const support = rooms[parents.indexOf(spaces[0] ?? '')] ?? '';
      const info = rooms[parents.indexOf(spaces[1] ?? '')] ?? '';
      await alice.say(support, 'From one of us.');
      const { parsed } = await outsider.receives('From one of us.');
      assert.equal(parsed.from?.value[0]?.address, 'support@mailroom.test');
      // The other account is a person of that mail like any other, and its room shows what its mailbox got.
      const seen = await world.says(info, 'From one of us.');
      assert.notEqual(seen.sender, '@alice:matrix.test');
    });

    it('!mail in a room helps, says to whom the next answer goes, how things stand, and is never mailed', async () => {
      const talk = await world.conversation('Commands');
      const { outsider, room } = talk;
      const help = await world.answered(await alice.say(room, '!mail help'), '!mail status');
      for (const command of ['help', 'to', 'status', 'retry']) {
        assert.match(field(help, 'body'), new RegExp(`!mail ${command}`));
      }
      assert.equal(help.content['msgtype'], 'm.notice');
      const to = await world.answered(await alice.say(room, '!mail to'), outsider.address);
      assert.match(field(to, 'body'), /because the latest mail came from/);
      const status = await world.answered(await alice.say(room, '!mail status'), 'support@mailroom.test');
      assert.match(field(status, 'body'), /connected/);
      await world.answered(await alice.say(room, '!mail retry'), 'nothing to try again');
      await world.answered(await alice.say(room, '!mail stauts'), '!mail status');
      await alice.say(room, 'The only mail.');
      const { parsed } = await outsider.receives('The only mail.');
      assert.doesNotMatch(parsed.text ?? '', /!mail/);
      assert.equal((await outsider.mail.mails()).length, 1);
      assert.equal(repliesTo(help) === null, false);
    });
  });
}
