/**
 * A mail goes to somebody who has no part in its conversation (`!mail forward`), and their answers come aside: over a
 * whole process, with stand-ins for the servers around it.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ParsedMail } from 'mailparser';
import { purgeRaw } from '../../../src/db/intake-tables/inbox.ts';
import { carl, carlsGhost, Desk, lamp, letter, lines } from '../../support/forward-desk.ts';
import type { StandInEvent } from '../../support/homeserver.ts';
import type { RelayedMail } from '../../support/smtp-stand-in.ts';
import { alice, bob, bobsGhost, bot, domain, Site } from '../../support/world.ts';

describe('a mail is forwarded', () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  describe('and answered aside', () => {
    let desk: Desk;
    let first: string;
    let side: string;
    let forwarded: ParsedMail & { readonly envelope: RelayedMail };

    before(async () => {
      desk = await Desk.open(site);
      await desk.arrives(letter({ from: carl, subject: 'Lamp', id: 'zero@customer.test', text: 'An older secret.' }));
      await desk.arrives(
        lamp('lamp', 'Re: Lamp').replace('MIME-Version', 'In-Reply-To: <zero@customer.test>\r\nMIME-Version'),
      );
      first = desk.room('Lamp');
      desk.enter(first);
      await desk.say(first, '!note He is always late to pay.');
      await desk.say(first, 'Dear Carl, we look into it.');
      await desk.mailed();
    });
    after(() => desk.world.end());

    it('goes with its header, text, pictures and files, and with nothing of the room', async () => {
      const shown = desk.messages(first).find(({ content }) => String(content['body']).includes('blinks'));
      assert.ok(shown !== undefined);
      const asked = await desk.say(first, `!mail forward ${bob} Is that one of yours?`, shown);
      forwarded = await desk.mailed();
      assert.deepEqual(forwarded.envelope.to, [bob]);
      assert.equal(forwarded.subject, 'Fwd: Lamp');
      assert.equal(forwarded.from?.text, '"Alice via Support" <support@mailroom.test>');
      const text = forwarded.text ?? '';
      assert.match(text, /^Is that one of yours\?\n\n-+\n\nMessage forwarded by Alice\nFrom: /);
      assert.match(text, /From: Carl Client <carl@customer\.test>\nDate: 2026-01-05 10:00 UTC\nSubject: Re: Lamp\n/);
      assert.match(text, /To: support@mailroom\.test, Carla <carla@customer\.test>\n/);
      assert.match(text, /My lamp \*blinks\*:\n\n\[image: the lamp\]\n/);
      assert.doesNotMatch(forwarded.envelope.raw.toString('utf8'), /late to pay|older secret|look into it|tracker/);
      const files = forwarded.attachments.map(({ filename, contentDisposition, size }) => [
        filename,
        contentDisposition,
        size,
      ]);
      assert.deepEqual(files, [
        ['lamp.png', 'inline', 70],
        ['bulb.png', 'inline', 70],
        ['invoice.pdf', 'attachment', 20],
      ]);
      // The parser puts a picture in the place of each `cid:` that it finds.
      assert.equal((forwarded.html || '').match(/<img src="data:image\/png/g)?.length, 2);
      const told = desk.messages(first).at(-1);
      assert.match(String(told?.content['body']), /^Alice forwards this mail to bob@outside\.test\. /);
      assert.equal(
        JSON.stringify(told?.content['m.relates_to']),
        JSON.stringify({ 'm.in_reply_to': { event_id: asked.event_id } }),
      );
    });

    it('names no mail of the conversation that it comes from, so that no answer is glued to that', () => {
      const { headers } = forwarded;
      for (const name of ['in-reply-to', 'references', 'thread-index', 'thread-topic']) {
        assert.equal(headers.has(name), false, name);
      }
      assert.doesNotMatch(forwarded.envelope.raw.toString('utf8'), /lamp@customer\.test>|zero@customer/);
    });

    it('has a room of its own without the customer, and each of the two rooms links to the other', () => {
      side = desk.room('Fwd: Lamp');
      assert.notEqual(side, first);
      assert.equal(desk.membership(side, bobsGhost), 'join');
      assert.equal(desk.wasIn(side, carlsGhost), false);
      assert.equal(desk.wasIn(first, bobsGhost), false);
      assert.equal(desk.membership(side, alice), 'invite');
      const [welcome = '', shown = ''] = desk.told(side);
      assert.match(welcome, /Asked aside from another conversation[^]*matrix\.to/);
      assert.match(shown, /^Alice forwards a mail:\nIs that one of yours\?\n\nFrom: Carl Client[^]*blinks[^]*Files: /);
      assert.match(desk.told(first).at(-1) ?? '', /Fwd: Lamp https:\/\/matrix\.to/);
    });

    it('takes the answer into that room, and answers nobody of the other one, whom ever it names', async () => {
      desk.enter(side);
      await desk.arrives(
        letter({
          from: `Bob <${bob}>`,
          cc: `${carl}, new@outside.test`,
          replyTo: `${bob}, ${carl}`,
          subject: 'Re: Fwd: Lamp',
          answers: forwarded.messageId ?? '',
          id: 'b1@outside.test',
          text: 'It is ours, and he broke it.',
        }),
      );
      const shown = desk.messages(side).find(({ sender }) => sender === bobsGhost);
      assert.match(String(shown?.content['body']), /he broke it/);
      assert.ok(desk.told(first).every((one) => !one.includes('he broke it')));
      assert.equal(desk.wasIn(side, carlsGhost), false);
      assert.equal(desk.membership(side, `@mail_new=40outside.test:${domain}`), 'join');
      assert.match(desk.told(side).at(-1) ?? '', /^carl@customer\.test stand in this mail too\.[^]*matrix\.to/);
      await desk.say(side, 'Thank you, Bob.');
      const answer = await desk.mailed();
      assert.deepEqual([...answer.envelope.to].sort(), [bob, 'new@outside.test']);
      assert.doesNotMatch(answer.envelope.raw.toString('utf8'), /carl@customer/i);
    });

    it('hears the customer in the first room, whichever mail they answer, and brings nobody in there', async () => {
      await desk.arrives(
        letter({
          from: `Carl Client <${carl}>`,
          to: `support@mailroom.test, ${bob}`,
          cc: 'new@outside.test',
          subject: 'Re: Fwd: Lamp',
          answers: `<b1@outside.test> ${forwarded.messageId ?? ''}`,
          id: 'c9@customer.test',
          text: 'I did not break it!',
        }),
      );
      const shown = desk.messages(first).find(({ content }) => String(content['body']).includes('did not break'));
      assert.equal(shown?.sender, carlsGhost);
      assert.ok(desk.messages(side).every(({ content }) => !String(content['body']).includes('did not break')));
      assert.equal(desk.wasIn(first, bobsGhost), false);
      assert.match(desk.told(first).at(-1) ?? '', /They were only asked aside/);
      await desk.say(first, 'We believe you.');
      const answer = await desk.mailed();
      assert.deepEqual(
        [...answer.envelope.to].sort(),
        [carl, 'carla@customer.test'].slice(0, answer.envelope.to.length),
      );
      const people = await desk.world.rows(
        `SELECT address FROM thread_people p JOIN rooms r USING (thread) WHERE r.room = '${first}' ORDER BY 1`,
      );
      assert.ok(
        people.every(({ address }) => address !== bob && address !== 'new@outside.test'),
        JSON.stringify(people),
      );
      await desk.say(first, '!mail why', shown);
      assert.match(desk.told(first).at(-1) ?? '', /from the conversation beside this one/);
    });

    it('hears who was asked in their room, also where they name a mail of the first one', async () => {
      await desk.arrives(
        letter({
          from: `Bob <${bob}>`,
          to: `support@mailroom.test, ${carl}`,
          subject: 'Re: Lamp',
          answers: '<lamp@customer.test>',
          id: 'b2@outside.test',
          text: 'One more thing, to all.',
        }),
      );
      assert.ok(desk.messages(first).every(({ content }) => !String(content['body']).includes('One more thing')));
      assert.ok(desk.messages(side).some(({ content }) => String(content['body']).includes('One more thing')));
    });

    it('keeps apart what was answered under another subject too', async () => {
      await desk.arrives(
        letter({
          from: `Bob <${bob}>`,
          cc: carl,
          subject: 'Holidays',
          answers: forwarded.messageId ?? '',
          id: 'b3@outside.test',
          text: 'We are closed in May.',
        }),
      );
      const third = desk.room('Holidays');
      assert.notEqual(third, side);
      assert.equal(desk.wasIn(third, carlsGhost), false);
      assert.equal(desk.membership(third, bobsGhost), 'join');
    });

    it('lets nobody of the first room be added, by command, as a ghost, or by a merge', async () => {
      await desk.say(side, `!mail cc +${carl}`);
      assert.match(desk.told(side).at(-1) ?? '', /^carl@customer\.test cannot be added/);
      desk.world.homeserver.users.add(carlsGhost);
      desk.world.homeserver.rooms.member(side, alice, carlsGhost, { membership: 'invite' });
      await desk.calm();
      assert.match(desk.told(side).at(-1) ?? '', /carl@customer\.test cannot be added/);
      assert.notEqual(desk.membership(side, carlsGhost), 'join');
      await desk.say(side, `!mail merge ${first}`);
      assert.match(desk.told(side).at(-1) ?? '', /they stay apart[^]*Nothing was moved/);
      await desk.say(side, 'Still between us.');
      assert.doesNotMatch((await desk.mailed()).envelope.to.join(), /carl@/);
    });

    it('brings who was asked into the first conversation where somebody names them there', async () => {
      await desk.say(first, `!mail cc +${bob}`);
      assert.match(desk.told(first).at(-1) ?? '', /bob@outside\.test/);
      await desk.say(first, 'Bob, meet Carl.');
      assert.ok((await desk.mailed()).envelope.to.includes(bob));
      desk.nothingElse();
    });
  });

  describe('whatever it is', () => {
    let desk: Desk;
    let room: string;
    before(async () => {
      desk = await Desk.open(site);
      await desk.arrives(letter({ from: carl, subject: 'Roof', id: 'roof@customer.test', text: 'It rains in.' }));
      room = desk.room('Roof');
      desk.enter(room);
    });
    after(() => desk.world.end());

    it('without a reply, the newest mail, with no words; told in a Matrix thread where that is asked for', async () => {
      await desk.say(room, '!mail forward thread bob@outside.test');
      const root = desk.messages(room).at(-1)?.event_id;
      const mail = await desk.mailed();
      assert.match(mail.text ?? '', /^-+\n\nMessage forwarded by Alice\n[^]*It rains in\./);
      await desk.arrives(
        letter({
          from: `Bob <${bob}>`,
          subject: 'Re: Fwd: Roof',
          answers: mail.messageId ?? '',
          id: 'b7@outside.test',
          text: 'On Thursday, at 9.',
        }),
      );
      const told = desk.messages(room).at(-1);
      assert.match(String(told?.content['body']), /^Bob answered aside\.[^]*On Thursday, at 9\.[^]*matrix\.to/);
      assert.equal(told?.sender, bot);
      const relation = told.content['m.relates_to'] as Record<string, unknown>;
      assert.deepEqual([relation['rel_type'], relation['event_id']], ['m.thread', root]);
      assert.equal(desk.wasIn(room, bobsGhost), false);
      // What is said there stays inside, as with whatever the bot says.
      const thread = { 'm.relates_to': { rel_type: 'm.thread', event_id: root } };
      desk.world.homeserver.say(room, alice, { msgtype: 'm.text', body: 'Good, Thursday.', ...thread });
      await desk.calm();
      desk.nothingElse();
    });

    it('one of ours, from the bytes that left', async () => {
      const said = await desk.say(room, 'A roofer comes to you.');
      await desk.mailed();
      await desk.say(room, '!mail forward erin@outside.test Could you?', said);
      const mail = await desk.mailed();
      assert.deepEqual(mail.envelope.to, ['erin@outside.test']);
      assert.match(mail.text ?? '', /From: Alice via Support <support@mailroom\.test>[^]*A roofer comes to you\./);
    });

    it('an encrypted one, as it came', async () => {
      const raw = lines(
        `From: ${carl}`,
        'To: support@mailroom.test',
        'Subject: Re: Roof',
        'Message-ID: <pgp@customer.test>',
        'In-Reply-To: <roof@customer.test>',
        'MIME-Version: 1.0',
        'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=p',
        '',
        '--p',
        'Content-Type: application/pgp-encrypted',
        '',
        'Version: 1',
        '--p',
        'Content-Type: application/octet-stream; name=encrypted.asc',
        '',
        '-----BEGIN PGP MESSAGE-----',
        '',
        'hQEMA0fake',
        '-----END PGP MESSAGE-----',
        '--p--',
        '',
      );
      await desk.arrives(raw);
      await desk.say(room, '!mail forward dave@outside.test');
      const mail = await desk.mailed();
      assert.match(mail.text ?? '', /This message is encrypted\. It is attached as it came/);
      assert.deepEqual(
        mail.attachments.map(({ content }) => content.toString('latin1')),
        [raw],
      );
      assert.match(mail.attachments[0]?.filename ?? '', /\.eml$/);
    });

    it('none whose bytes are not kept any more', async () => {
      await desk.arrives(letter({ from: carl, subject: 'Old', id: 'old@customer.test', text: 'Long ago.' }));
      const old = desk.room('Old');
      desk.enter(old);
      // Not the newest: copies of what left before may be read from the Sent mailbox meanwhile.
      const gone = `(SELECT mail FROM mails WHERE message_id = '<old@customer.test>')`;
      assert.ok((await desk.world.rows(`DELETE FROM mail_chunks WHERE mail = ${gone} RETURNING seq`)).length > 0);
      await desk.say(old, '!mail forward dave@outside.test');
      assert.match(desk.told(old).at(-1) ?? '', /^The original of that mail is not \(or no longer\) kept here/);
      desk.nothingElse();
    });
  });

  describe('with the yes of somebody else', () => {
    const ben = `@ben:${domain}`;
    let desk: Desk;
    before(async () => {
      const team = [
        { user: alice, name: 'Alice' },
        { user: ben, name: 'Ben' },
      ];
      desk = await Desk.open(site, { four_eyes: true, team });
      await desk.arrives(lamp('eyes', 'Lamp'));
    });
    after(() => desk.world.end());

    it('is a draft that shows all of it, and leaves as it was shown', async () => {
      const room = desk.room('Lamp');
      desk.enter(room);
      await desk.say(room, `!mail forward ${bob} Yours?`);
      const side = desk.room('Fwd: Lamp');
      const draft = () =>
        desk.messages(side).findLast(({ content }) => String(content['body']).includes('Message forwarded by Alice'));
      await desk.world.see('the draft', () => draft() !== undefined, desk.life);
      assert.match(String(draft()?.content['body']), /Yours\?[^]*From: Carl Client[^]*blinks/);
      desk.nothingElse();
      desk.world.homeserver.rooms.member(side, ben, ben, { membership: 'join', displayname: 'Ben' });
      const relation = { rel_type: 'm.annotation', event_id: draft()?.event_id, key: '✅' };
      desk.world.homeserver.say(side, ben, { 'm.relates_to': relation }, 'm.reaction');
      const mail = await desk.mailed();
      assert.deepEqual(mail.envelope.to, [bob]);
      assert.equal(mail.attachments.length, 3);
    });
  });

  describe('as any mail of ours', () => {
    let desk: Desk;
    let room: string;

    before(async () => {
      desk = await Desk.open(site, {}, { mails_per_user_day: 2 });
      await desk.arrives(
        lines(
          'From: Lena <lena@lists.test>',
          'To: support@mailroom.test',
          'List-Id: <roofs.lists.test>',
          'List-Unsubscribe: <https://lists.test/stop?who=support>',
          'Subject: [roofs] Gutters',
          'Message-ID: <list@lists.test>',
          'Date: Mon, 05 Jan 2026 11:00:00 +0000',
          '',
          'Clean them in autumn.',
          '',
        ),
      );
      room = desk.room('Gutters');
      desk.enter(room);
    });
    after(() => desk.world.end());

    it('one of a list, without what the list says to its own programs', async () => {
      await desk.say(room, `!mail forward ${bob} Yours?`);
      const mail = await desk.mailed();
      assert.deepEqual(mail.envelope.to, [bob]);
      assert.match(mail.text ?? '', /Yours\?[^]*Clean them in autumn\./);
      assert.doesNotMatch(mail.envelope.raw.toString('latin1'), /^List-|stop\?who=/im);
    });

    it('is told where the relay says that it is too large', async () => {
      desk.world.relay.takesAtMost(500);
      await desk.restart();
      await desk.say(room, '!mail forward erin@outside.test And more');
      const told = () => desk.told(desk.room('Fwd: ')).some((body) => body.includes('own mail server takes at most'));
      await desk.world.see('the refusal', told, desk.life);
      desk.nothingElse();
    });

    it('counts in the quota of whoever forwards', async () => {
      await desk.say(room, '!mail forward dave@outside.test Once more');
      const waits = () => desk.told(desk.room('Fwd: ')).some((body) => /as many (?:mails )?as one person/.test(body));
      await desk.world.see('the quota', waits, desk.life);
      desk.nothingElse();
    });
  });

  describe('or not', () => {
    let desk: Desk;
    let room: string;
    let mail: StandInEvent;

    before(async () => {
      desk = await Desk.open(site, { hold_outside: '1h', hold: { after: '1h', at_most: '2h' } });
      await desk.arrives(lamp('held', 'Lamp'));
      room = desk.room('Lamp');
      desk.enter(room);
      const shown = desk.messages(room).find(({ sender }) => sender === carlsGhost);
      assert.ok(shown !== undefined);
      mail = shown;
    });
    after(() => desk.world.end());

    const states = () => desk.world.rows('SELECT state FROM outgoing ORDER BY opened_at');

    it('says why where it cannot be: nobody, ourselves, who takes part, what is no mail', async () => {
      for (const [said, why] of [
        ['!mail forward Bob', /^To whom\?/],
        ['!mail forward support@mailroom.test', /is an address of this account/],
        ['!mail forward Carl@customer.test look', /takes part in this conversation/],
        ['!mail forward carla@customer.test', /takes part in this conversation/],
      ] as const) {
        await desk.say(room, said);
        assert.match(desk.told(room).at(-1) ?? '', why);
      }
      const note = await desk.say(room, '!note Aside.');
      await desk.say(room, `!mail forward ${bob}`, note);
      assert.match(desk.told(room).at(-1) ?? '', /^That message is no mail of this conversation/);
      assert.deepEqual(await states(), []);
    });

    it('is held as any first mail to somebody outside, and ❌ where it was asked for takes it back', async () => {
      await desk.say(room, `!mail forward ${bob}`, mail);
      await desk.world.see('the mail', async () => (await states()).length === 1, desk.life);
      const notice = desk
        .messages(room)
        .findLast(({ content }) => String(content['body']).includes('forwards this mail'));
      assert.ok(notice !== undefined);
      const side = desk.room('Fwd: Lamp');
      assert.match(
        desk.told(side).join('\n'),
        /The first mail here to bob@outside\.test\. It goes out in 3600 seconds/,
      );
      const { db } = desk.world.database;
      assert.equal(await purgeRaw(db, 0, 10), 0, 'the bytes of a mail that waits to be forwarded are kept');
      await desk.react(notice, '❌');
      assert.deepEqual(await states(), [{ state: 'cancelled' }]);
      assert.match(desk.told(room).at(-1) ?? '', /^Taken back/);
      desk.nothingElse();
    });

    it('is taken back where its command is deleted, and by ❌ in its own room', async () => {
      const asked = await desk.say(room, `!mail forward erin@outside.test`, mail);
      desk.world.homeserver.rooms.redact(room, alice, asked.event_id, undefined);
      await desk.world.see('the end', async () => (await states()).at(-1)?.['state'] === 'cancelled', desk.life);
      await desk.say(room, `!mail forward dave@outside.test Please look.`, mail);
      const side = desk.room('Fwd: Lamp');
      const shown = desk.messages(side).find(({ content }) => String(content['body']).includes('Please look'));
      assert.ok(shown !== undefined);
      desk.enter(side);
      await desk.react(shown, '❌');
      assert.deepEqual(new Set((await states()).map(({ state }) => state)), new Set(['cancelled']));
      desk.nothingElse();
    });
  });
});
