import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AccountId } from '../../../src/bridge/types.ts';
import { withoutReceipts } from '../../../src/check/follow.ts';
import {
  looseNamespaces,
  makeRegistration,
  parseRegistration,
  registrationProblems,
  asksForReceipts,
  asLibrary,
  makePuppetRegistration,
  puppetRegistrationProblems,
  registrationYaml,
} from '../../../src/matrix/registration.ts';

const facts = { url: 'http://127.0.0.1:9000', domain: 'matrix.test', bot: 'mailroom', ghostPrefix: 'mail_' };

describe('registration', () => {
  it('has what Synapse and other homeservers need, and fits the config that it was made from', () => {
    const made = makeRegistration(facts);
    assert.equal(made.rate_limited, false);
    assert.equal(made.receive_ephemeral, true);
    assert.equal(made['de.sorunome.msc2409.push_ephemeral'], true);
    assert.deepEqual(registrationProblems(made, facts), []);
    assert.notEqual(made.as_token, made.hs_token);
  });

  it('is the same after writing and reading', () => {
    const made = makeRegistration(facts);
    assert.deepEqual(parseRegistration(registrationYaml(made)), made);
  });

  it('keeps the tokens that it is given', () => {
    const first = makeRegistration(facts);
    const second = makeRegistration({ ...facts, url: 'http://other:1' }, first);
    assert.deepEqual(
      [second.as_token, second.hs_token, second.url],
      [first.as_token, first.hs_token, 'http://other:1'],
    );
  });

  it('says each thing that does not fit', () => {
    const made = makeRegistration(facts);
    const wrong = {
      ...made,
      url: null,
      rate_limited: true,
      receive_ephemeral: false,
      'de.sorunome.msc2409.push_ephemeral': false,
      namespaces: { ...made.namespaces, users: [], aliases: [{ regex: '#mailroom_.*', exclusive: false }] },
    };
    assert.equal(registrationProblems(wrong, facts).length, 5);
    const accounts = [
      { id: 'support' as AccountId, mailbox: 'follow' },
      { id: 'sales' as AccountId, mailbox: 'off' },
    ] as const;
    assert.match(withoutReceipts(accounts, wrong)?.text ?? '', /mailboxes of support a mail .* mailroom registration/);
    assert.equal(withoutReceipts(accounts, made), null);
    assert.equal(withoutReceipts(accounts.slice(1), wrong), null);
    assert.ok(asksForReceipts(made));
    assert.ok(!asksForReceipts(wrong), 'which is no reason not to start: an account need not follow');
    assert.ok(
      asksForReceipts({ ...wrong, 'de.sorunome.msc2409.push_ephemeral': true }),
      'as servers before v1.13 read it',
    );
    assert.equal(registrationProblems(made, { ...facts, ghostPrefix: 'post_' }).length, 1);
    assert.equal(registrationProblems(made, { ...facts, domain: 'other.test' }).length, 3);
  });

  it('covers only what is ours: dots and plus signs are no patterns', () => {
    const made = makeRegistration({ ...facts, ghostPrefix: 'm.+' });
    assert.equal(made.namespaces.users[0]?.regex, '^@m\\.\\+.*:matrix\\.test$');
  });

  it('covers no name in which one of ours stands in the middle, on homeservers that anchor nothing', () => {
    const { namespaces } = makeRegistration(facts);
    const isOurs = (name: string) =>
      [...namespaces.users, ...namespaces.aliases].some(({ regex }) => new RegExp(regex).test(name));
    for (const ours of ['@mailroom:matrix.test', '@mail_bob=40x.test:matrix.test', '#mailroom_x:matrix.test']) {
      assert.equal(isOurs(ours), true, ours);
    }
    for (const name of [
      '@mailroom:matrix.test.other',
      '@mailroom:matrix.test:8448',
      '@mailroom2:matrix.test',
      'x@mailroom:matrix.test',
      '@x@mail_bob:matrix.test',
      '#a#mailroom_x:matrix.test.other',
    ]) {
      assert.equal(isOurs(name), false, name);
    }
    assert.deepEqual(looseNamespaces(makeRegistration(facts)), []);
  });

  it('of before, without anchors, fits the config and is told of', () => {
    const made = makeRegistration(facts);
    const { users, aliases } = made.namespaces;
    const loose = (all: typeof users) => all.map((one) => ({ ...one, regex: one.regex.replace(/^\^|\$$/g, '') }));
    const before = { ...made, namespaces: { users: loose(users), aliases: loose(aliases), rooms: [] } };
    assert.deepEqual(registrationProblems(before, facts), []);
    assert.equal(looseNamespaces(before).length, 3);
  });

  it('names what is wrong with a file, without its tokens', () => {
    assert.throws(
      () => parseRegistration('id: x\nas_token: secret\nhs_token: 5\n'),
      (error) => {
        return error instanceof Error && error.message.includes('hs_token') && !error.message.includes('secret');
      },
    );
    assert.throws(() => parseRegistration(': : :\n\t'), { code: 'registration-invalid' });
  });
});

describe('the registration by which members speak as themselves', () => {
  const main = makeRegistration(facts);

  it('has no address and keeps nobody from logging in', () => {
    const made = makePuppetRegistration(facts, null);
    assert.deepEqual([made.url, made.namespaces.users.map(({ exclusive }) => exclusive)], [null, [false]]);
    assert.deepEqual(puppetRegistrationProblems(made, main), []);
    assert.deepEqual(parseRegistration(registrationYaml(made)), made);
    const again = makePuppetRegistration(facts, null, made);
    assert.deepEqual([again.as_token, again.hs_token], [made.as_token, made.hs_token]);
  });

  it('is of the users of the homeserver, or of these alone', () => {
    const of = (users: readonly string[] | null) => {
      const names = asLibrary(makePuppetRegistration(facts, users));
      return ['@alice:matrix.test', '@bob:matrix.test', '@alice:matrix.test.evil.test', '@alice:evil.test'].map(
        (user) => names.isUserMatch(user, false),
      );
    };
    assert.deepEqual(of(null), [true, true, false, false]);
    assert.deepEqual(of(['@alice:matrix.test']), [true, false, false, false]);
  });

  it('is refused where it would push, shut people out, or be the first one', () => {
    const made = makePuppetRegistration(facts, null);
    const users = [{ regex: '^@.*$', exclusive: true }];
    for (const wrong of [
      { ...made, url: 'http://127.0.0.1:9000' },
      { ...made, namespaces: { ...made.namespaces, users } },
      { ...made, namespaces: { ...made.namespaces, users: [] } },
      { ...made, as_token: main.as_token },
      { ...made, id: main.id },
    ]) {
      assert.equal(puppetRegistrationProblems(wrong, main).length, 1);
    }
  });
});
