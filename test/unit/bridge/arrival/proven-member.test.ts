/** Which member a mail is said as: only whom something else than From shows to have written it. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import type { Account, SenderSettings } from '../../../../src/bridge/account/account.ts';
import { mailSpeaker } from '../../../../src/bridge/arrival/mail-speaker.ts';
import { provenMember } from '../../../../src/bridge/arrival/proven-member.ts';
import { senderStanding } from '../../../../src/bridge/arrival/sender-standing.ts';
import { judgeByReceiver } from '../../../../src/mail/authentication/verdict.ts';
import { parseMail } from '../../../../src/mail/mime/parse.ts';
import { alice, believing, bob, bot, ghosts, testAccount } from '../../../support/handlers/fixtures.ts';

const ALICE = 'Alice <alice@mailroom.test>';
const PASS = 'Authentication-Results: mx.ours.example; dmarc=pass header.from=mailroom.test';
const FAIL = 'Authentication-Results: mx.ours.example; dmarc=fail header.from=mailroom.test';

const team = testAccount({ senders: believing });
const alone = testAccount({ senders: believing, team: [{ user: bob, address: null, name: null }] });

/** As whom a mail is said; the member's user id where it is theirs, else who says it for them. */
async function speaker(
  account: Account,
  lies: 'sent' | 'watched',
  lines: readonly string[],
  { released = false, senders = account.senders }: { released?: boolean; senders?: SenderSettings } = {},
): Promise<string> {
  const text = [...lines, 'Subject: s', '', 'text'].join('\r\n');
  const parsed = await parseMail(Readable.from([Buffer.from(text)]));
  assert.ok(parsed.ok);
  const { mail } = parsed;
  const trust = { ...senders, isInternal: () => true };
  const verdict = lies === 'sent' ? null : judgeByReceiver({ header: mail.header, from: mail.from }, trust);
  const { shown } = senderStanding({ ...account, senders }, mail, verdict, released);
  const self = provenMember(account, mail, { verdict, shown });
  const said = mailSpeaker(ghosts, account, mail, lies === 'sent' ? 'colleague' : 'in', shown, self);
  assert.equal(said.user === self?.user, said.prefix === '' && self !== null);
  return self?.user ?? (said.user === bot ? 'the account' : 'a ghost');
}

describe('as which member a mail is said', () => {
  it('is the one whose address passed the check, and whoever the login of Sent is of', async () => {
    assert.equal(await speaker(team, 'watched', [PASS, `From: ${ALICE}`]), alice);
    assert.equal(await speaker(team, 'sent', [`From: ${ALICE}`]), alice);
  });

  it('is nobody by From alone: a forged colleague is no member, accepted or not', async () => {
    assert.equal(await speaker(team, 'watched', [FAIL, `From: ${ALICE}`]), 'a ghost');
    assert.equal(await speaker(team, 'watched', [FAIL, `From: ${ALICE}`], { released: true }), 'a ghost');
    assert.equal(await speaker(team, 'watched', [`From: ${ALICE}`]), 'a ghost');
    const forged = PASS.replace('mx.ours.example', 'mx.evil.example');
    assert.equal(await speaker(team, 'watched', [forged, `From: ${ALICE}`]), 'a ghost');
  });

  it('is nobody where the account checks nobody, unless the mail lies in Sent', async () => {
    const { senders } = testAccount();
    assert.equal(await speaker(team, 'watched', [`From: ${ALICE}`], { senders }), 'the account');
    assert.equal(await speaker(team, 'sent', [`From: ${ALICE}`], { senders }), alice);
  });

  it('is nobody where several are in From, a group, or an address that is not quite theirs', async () => {
    assert.notEqual(await speaker(team, 'sent', [`From: ${ALICE}, Bob <bob@outside.test>`]), alice);
    assert.notEqual(await speaker(team, 'sent', [`From: Team: ${ALICE};`]), alice);
    for (const from of ['Alice <alice@mailroom.test.evil.test>', '"alice@mailroom.test" <mallory@evil.test>', '<>']) {
      assert.notEqual(await speaker(team, 'sent', [`From: ${from}`]), alice);
    }
  });

  it('is the only member for an address of the account, and nobody of several', async () => {
    const support = 'From: Support <support@mailroom.test>';
    assert.equal(await speaker(team, 'sent', [support]), 'the account');
    assert.equal(await speaker(alone, 'sent', [support]), bob);
    assert.equal(await speaker(alone, 'watched', [PASS, support]), bob);
    assert.notEqual(await speaker(alone, 'watched', [FAIL, support]), bob);
  });

  it('is nobody for what a machine wrote in their name', async () => {
    assert.equal(await speaker(team, 'sent', [`From: ${ALICE}`, 'Auto-Submitted: auto-replied']), 'the account');
  });
});
