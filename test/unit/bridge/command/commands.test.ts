import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  renderDelivery,
  renderGoesTo,
  renderRecipients,
  renderStatus,
} from '../../../../src/bridge/delivery/outcome-told.ts';
import type { CommandPlace } from '../../../../src/bridge/command/spec.ts';
import { COMMANDS } from '../../../../src/commands/all.ts';
import { capabilities } from '../../../../src/bridge/account/permissions.ts';
import type { Capability } from '../../../../src/bridge/account/permissions.ts';
import { mayUse, parseCommand, renderRetry } from '../../../../src/bridge/command/parse-command.ts';
import { renderHelp, renderHelpOf, renderMisuse, usage } from '../../../../src/bridge/command/help.ts';
import type { Recipients, UserId } from '../../../../src/bridge/types.ts';
import { parsePeople } from '../../../../src/mail/address.ts';
import { escapeHtml } from '../../../../src/mail/html/write.ts';
import type { Address } from '../../../../src/mail/types.ts';
import type { Language } from '../../../../src/words/words.ts';
import { UTC } from '../../../../src/words/zones.ts';

const languages: readonly Language[] = ['en', 'de', 'fr'];
const bob = 'bob@x.example' as Address;

const here = { place: 'thread', can: capabilities('admin') } as const;

describe('a command as it is read', () => {
  for (const command of COMMANDS) {
    test(command.name, () => {
      const args = Array.from({ length: command.takes[0] }, () => 'x');
      for (const place of command.where)
        assert.deepEqual(parseCommand(COMMANDS, command.name, args, { ...here, place }), {
          kind: 'run',
          command,
          args,
        });
    });
    test(`${command.name}: its example is a right use of it`, () => {
      const [name = '', ...args] = command.example.split(' ');
      const place = command.where[0] ?? assert.fail('a command without a place');
      assert.equal(parseCommand(COMMANDS, name, args, { ...here, place }).kind, 'run');
      assert.equal(name, command.name);
    });
  }
  test('a command of another place is not run', () => {
    assert.equal(parseCommand(COMMANDS, 'to', [], { ...here, place: 'management' }).kind, 'elsewhere');
  });
  test('who may use a command here only is suggested it', () => {
    const nearest = (can: ReadonlySet<Capability>, place: CommandPlace) => {
      const parsed = parseCommand(COMMANDS, 'acounts', [], { place, can });
      return parsed.kind === 'unknown' ? (parsed.nearest?.name ?? null) : null;
    };
    assert.equal(nearest(capabilities('user'), 'management'), 'accounts');
    assert.equal(nearest(capabilities('relay'), 'management'), null);
    assert.equal(nearest(capabilities('user'), 'thread'), null);
  });
  test('reads !mail without a word as a wish for help', () => {
    const parsed = parseCommand(COMMANDS, '', [], here);
    assert.equal(parsed.kind === 'run' && parsed.command.name, 'help');
  });
  test('slips of the finger get a suggestion', () => {
    const suggestion = (name: string) => {
      const parsed = parseCommand(COMMANDS, name, [], here);
      return parsed.kind === 'unknown' ? (parsed.nearest?.name ?? null) : 'known';
    };
    for (const [typed, meant] of [
      ['hlep', 'help'],
      ['stauts', 'status'],
      ['retyr', 'retry'],
      ['ot', 'to'],
      ['t', 'to'],
      ['statuss', 'status'],
    ]) {
      assert.equal(suggestion(typed ?? ''), meant, typed);
    }
    for (const typed of ['delete', 'everything', 'x', 'x'.repeat(10_000)])
      assert.equal(suggestion(typed), null, typed.slice(0, 20));
  });
  test('refuses more arguments than a command has', () =>
    assert.equal(parseCommand(COMMANDS, 'status', ['a'], here).kind, 'wrong-use'));
  test('knows which level each command asks for', () => {
    const named = (name: string) => COMMANDS.find((command) => command.name === name) ?? assert.fail(name);
    assert.ok(mayUse(named('help'), capabilities('relay')));
    assert.ok(!mayUse(named('source'), capabilities('relay')));
    assert.ok(mayUse(named('source'), capabilities('moderator')));
    assert.ok(!mayUse(named('to'), new Set()));
  });
});

describe('the answer', () => {
  test('help names every command of its place and no other, in each language; !note in a conversation', () => {
    for (const language of languages) {
      for (const place of ['thread', 'lobby', 'inbox', 'management'] as const) {
        const { body, html } = renderHelp(COMMANDS, language, { place, can: capabilities('admin') });
        const lines = body.split('\n');
        for (const command of COMMANDS) {
          const use = usage(command, place);
          assert.equal(
            lines.some((line) => line.startsWith(`${use} – `)),
            command.where.includes(place),
            `${command.name} in ${place}`,
          );
          if (command.where.includes(place)) assert.ok(html.includes(`<code>${escapeHtml(use)}</code>`));
        }
        assert.equal(body.includes('!note'), place === 'thread');
      }
    }
  });

  test('help leaves out what somebody may not do', () => {
    const { body } = renderHelp(COMMANDS, 'en', { place: 'thread', can: capabilities('relay') });
    assert.ok(body.includes('!mail retry') && !body.includes('!mail source'));
  });

  test('help of a command says its use, what it does and an example, also where it is used', () => {
    for (const language of languages) {
      for (const command of COMMANDS) {
        const { body } = renderHelpOf(command, language, command.where[0] ?? 'thread');
        assert.ok(body.includes(command.example) && body.split('\n').length === 2);
      }
    }
    const accept = COMMANDS.find(({ name }) => name === 'accept') ?? assert.fail();
    assert.match(renderHelpOf(accept, 'en', 'thread').body, /Use it in the moderators’ room of an account\.$/);
  });

  test('an unknown name is shown as text, with what was meant', () => {
    const parsed = parseCommand(COMMANDS, '<b>hlep', [], here);
    assert.ok(parsed.kind === 'unknown');
    const { html } = renderMisuse(parsed, 'en', 'thread');
    assert.ok(html.includes('&lt;b&gt;hlep') && !html.includes('<b>'));
    const near = parseCommand(COMMANDS, 'hlep', [], here);
    assert.equal(
      near.kind === 'unknown' && renderMisuse(near, 'en', 'thread').body,
      'There is no command “hlep”. Did you mean !mail help?',
    );
  });

  test('who gets the next answer, and why', () => {
    const recipients: Recipients = {
      to: parsePeople('Bob <bob@x.example>, d@y.example'),
      cc: parsePeople('e@y.example'),
      why: { kind: 'latest-incoming', of: bob, replyToUsed: true },
      answers: null,
    };
    const lines = renderRecipients(recipients, 'en').body.split('\n');
    assert.deepEqual(lines.slice(0, 2), [
      'Your next message goes to: Bob <bob@x.example>, d@y.example',
      'Cc: e@y.example',
    ]);
    assert.match(lines[2] ?? '', /latest mail came from bob@x\.example/);
    assert.match(lines[3] ?? '', /another address than their own/);
    assert.ok(renderRecipients(recipients, 'en').html.includes('Bob &lt;bob@x.example&gt;'));
  });

  test('to whom a message goes is said without explaining the obvious', () => {
    const latest: Recipients = {
      to: parsePeople('Bob <bob@x.example>'),
      cc: [],
      why: { kind: 'latest-incoming', of: bob, replyToUsed: false },
      answers: null,
    };
    assert.equal(renderGoesTo(latest, 'en').body, 'This goes to: Bob <bob@x.example>');
    const copied = { ...latest, cc: parsePeople('e@y.example') };
    assert.match(renderGoesTo(copied, 'en').body, /^This goes to: Bob <bob@x\.example>\nCc: e@y\.example\n\(because/);
    const blind: Recipients = { ...latest, why: { kind: 'bcc-sender-only', of: bob, replyToUsed: false } };
    assert.match(renderGoesTo(blind, 'en').body, /blind copy/);
  });

  test('nobody, many, and each reason in each language', () => {
    const nobody: Recipients = { to: [], cc: [], why: { kind: 'nobody' }, answers: null };
    const many = parsePeople(Array.from({ length: 25 }, (_, at) => `p${at}@x.example`).join(', '));
    for (const language of languages) {
      assert.notEqual(renderRecipients(nobody, language).body, '');
      for (const why of [
        { kind: 'reply-to-message', of: bob, replyToUsed: false },
        { kind: 'bcc-sender-only', of: bob, replyToUsed: false },
        { kind: 'same-as-message', of: bob },
      ] as const) {
        const { body } = renderRecipients({ to: many, cc: [], why, answers: null }, language);
        assert.ok(body.includes('p19@x.example') && !body.includes('p20@x.example') && body.includes('5'));
      }
    }
  });

  test('status says only what there is', () => {
    const nothing = { openForSeconds: null, waiting: 0, failed: 0, lastSent: null, relay: null };
    const calm = { account: bob, state: 'ready', ...nothing } as const;
    assert.equal(
      renderStatus(calm, { language: 'en', zone: UTC }).body,
      'Account bob@x.example: connected\nNothing waits to be sent.',
    );
    const busy = {
      ...calm,
      state: 'stopped',
      openForSeconds: 6.2,
      waiting: 2,
      failed: 1,
      lastSent: new Date('2026-03-09T10:20:30Z'),
    } as const;
    assert.deepEqual(renderStatus(busy, { language: 'en', zone: UTC }).body.split('\n'), [
      'Account bob@x.example: stopped, an administrator has to act',
      'One mail is held for 7 more seconds and can still be changed.',
      '2 mails wait to be sent.',
      'One mail could not be delivered.',
      'The last mail went out at 2026-03-09 10:20 UTC.',
    ]);
  });

  test('to !mail retry says how many mails are tried again', () => {
    assert.deepEqual(
      [0, 1, 2].map((count) => renderRetry(count, 'en').body),
      ['There is nothing to try again.', 'One mail is tried again.', '2 mails are tried again.'],
    );
  });
});

describe('what became of a mail', () => {
  const author = { user: '@alice:x.example' as UserId, name: 'Alice <A>' };

  test('the author is mentioned, the server quoted', () => {
    const facts = {
      kind: 'recipients',
      failed: [{ address: bob, outcome: 'refused', words: '550 5.1.1 <no> such user' }],
    } as const;
    assert.deepEqual(renderDelivery(facts, author, 'en'), {
      body: 'Alice <A>: Not delivered to bob@x.example. Their server says: 550 5.1.1 <no> such user',
      html: '<a href="https://matrix.to/#/%40alice%3Ax.example">Alice &lt;A&gt;</a>: Not delivered to bob@x.example. Their server says: 550 5.1.1 &lt;no&gt; such user',
    });
  });

  test('nothing failed, nothing is said', () => {
    assert.equal(renderDelivery({ kind: 'recipients', failed: [] }, author, 'en'), null);
  });

  test('every kind has its words in each language', () => {
    const kinds = [
      { kind: 'recipients', failed: [{ address: bob, outcome: 'gave-up', words: 'x' }] },
      { kind: 'recipients', failed: [{ address: bob, outcome: 'deferred', words: 'x' }] },
      { kind: 'unknown', then: 'resent' },
      { kind: 'unknown', then: 'held' },
      { kind: 'too-large', size: 60_000_000, limit: 25_000_000 },
      { kind: 'too-large', size: 60_000_000, limit: null },
      { kind: 'utf8-missing' },
      { kind: 'not-sent', words: 'x' },
      { kind: 'already-mailed' },
      { kind: 'encrypted' },
    ] as const;
    const said = languages.flatMap((language) =>
      kinds.map((facts) => renderDelivery(facts, null, language)?.body ?? ''),
    );
    assert.equal(new Set(said).size, said.length);
    assert.ok(said.every((body) => body.length > 10));
  });
});
