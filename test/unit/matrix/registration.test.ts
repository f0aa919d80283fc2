import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  makeRegistration,
  parseRegistration,
  registrationProblems,
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
    assert.equal(registrationProblems(wrong, facts).length, 6);
    assert.equal(registrationProblems(made, { ...facts, ghostPrefix: 'post_' }).length, 1);
    assert.equal(registrationProblems(made, { ...facts, domain: 'other.test' }).length, 3);
  });

  it('covers only what is ours: dots and plus signs are no patterns', () => {
    const made = makeRegistration({ ...facts, ghostPrefix: 'm.+' });
    assert.equal(made.namespaces.users[0]?.regex, '^@m\\.\\+.*:matrix\\.test$');
  });

  it('covers nobody whose name only begins or ends like one of ours, however the homeserver looks for it', () => {
    const { users, aliases } = makeRegistration(facts).namespaces;
    const covers = (name: string) => [...users, ...aliases].some(({ regex }) => new RegExp(regex).test(name));
    assert.ok(
      ['@mail_bob=40example.org:matrix.test', '@mailroom:matrix.test', '#mailroom_x:matrix.test'].every(covers),
    );
    for (const name of [
      '@mail_bob:matrix.test.evil.test',
      '@x@mail_bob:matrix.test',
      '@mailroom:matrix.test:8448',
      '@mailroom2:matrix.test',
      '#x#mailroom_x:matrix.test',
      '#mailroom_x:matrix.test.evil.test',
    ]) {
      assert.equal(covers(name), false, name);
    }
  });

  it('fits where it was written before names were matched whole', () => {
    const made = makeRegistration(facts);
    const older = (spaces: readonly { regex: string; exclusive: boolean }[]) =>
      spaces.map(({ regex, exclusive }) => ({ regex: regex.replace(/^\^|\$$/g, ''), exclusive }));
    const { users, aliases } = made.namespaces;
    const kept = { ...made, namespaces: { users: older(users), aliases: older(aliases), rooms: [] } };
    assert.deepEqual(registrationProblems(kept, facts), []);
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
