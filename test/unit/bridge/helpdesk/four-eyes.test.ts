import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decideYes, draftHash } from '../../../../src/bridge/helpdesk/four-eyes.ts';
import type { YesDecision, YesFacts } from '../../../../src/bridge/helpdesk/four-eyes.ts';
import { renderDraft } from '../../../../src/bridge/told/draft-told.ts';
import type { Recipients, UserId } from '../../../../src/bridge/types.ts';
import type { Address, Draft, MessageId } from '../../../../src/mail/types.ts';

const alice = '@alice:x' as UserId;
const bob = '@bob:x' as UserId;
const person = (address: string) => ({ name: '', address: address as Address });
const recipients: Recipients = { to: [person('kim@outside.test')], cc: [], why: { kind: 'nobody' }, answers: null };

const facts: YesFacts = {
  by: bob,
  maySend: true,
  author: alice,
  changedBy: null,
  onShown: true,
  over: false,
  recipients,
};

describe('a ✅ on a draft', () => {
  const cases: readonly (readonly [what: string, more: Partial<YesFacts>, decision: YesDecision])[] = [
    ['of somebody else who may send', {}, 'counts'],
    ['of its author', { by: alice }, 'own'],
    ['of whoever gave it its words', { changedBy: bob }, 'own'],
    ['of its author, whose words a colleague changed', { by: alice, changedBy: bob }, 'own'],
    ['of somebody who may not send', { maySend: false }, 'may-not'],
    ['of its author, who may not send', { by: alice, maySend: false }, 'may-not'],
    ['on an older version', { onShown: false }, 'not-shown'],
    ['after it left', { over: true }, 'over'],
    ['where nobody gets it', { recipients: { ...recipients, to: [] } }, 'nobody'],
    [
      'where all who get it are paused',
      { recipients: { ...recipients, to: [], meant: { to: recipients.to, cc: [] } } },
      'counts',
    ],
  ];
  for (const [what, more, decision] of cases) {
    it(`${decision === 'counts' ? 'counts' : 'counts for nothing'}: ${what}`, () => {
      assert.equal(decideYes({ ...facts, ...more }), decision);
    });
  }
});

describe('the hash of a draft', () => {
  const draft: Draft = {
    messageId: '<m@x>' as MessageId,
    date: new Date(0),
    boundary: 'b',
    from: person('support@x.test'),
    to: recipients.to,
    cc: [],
    subject: 'Lamps',
    inReplyTo: null,
    references: [],
    conversation: null,
    text: 'Words',
    html: '<p>Words</p>',
    files: [{ key: 'mxc://x/1', name: 'a.pdf', type: 'application/pdf', contentId: null }],
    headers: [],
  };
  const hash = (more: Partial<Draft> = {}, goes = recipients) => draftHash({ ...draft, ...more }, goes);

  it('is the same for the same mail, at whatever time and under whatever ids', () => {
    assert.equal(hash(), hash({ date: new Date(1), boundary: 'c', messageId: '<n@x>' as MessageId }));
  });

  const others: readonly (readonly [what: string, more: Partial<Draft>])[] = [
    ['words', { text: 'Word' }],
    ['formatted words', { html: '<p>Words!</p>' }],
    ['subject', { subject: 'Lamp' }],
    ['sender', { from: person('help@x.test') }],
    ['recipient', { to: [person('ann@outside.test')] }],
    ['a further recipient', { cc: [person('ann@outside.test')] }],
    ['roles', { to: [], cc: recipients.to }],
    ['file', { files: [{ key: 'mxc://x/2', name: 'a.pdf', type: 'application/pdf', contentId: null }] }],
    ['name of a file', { files: [{ key: 'mxc://x/1', name: 'b.pdf', type: 'application/pdf', contentId: null }] }],
    ['no file', { files: [] }],
    ['mail that is answered', { inReplyTo: '<o@x>' as MessageId }],
  ];
  for (const [what, more] of others) {
    it(`is another for another ${what}`, () => {
      assert.notEqual(hash(more), hash());
    });
  }

  it('is another for a blind copy, which stands in no field', () => {
    assert.notEqual(hash({}, { ...recipients, bcc: [person('ann@outside.test')] }), hash());
  });
});

describe('what shows a draft', () => {
  const told = {
    author: 'Alice',
    changedBy: null,
    again: false,
    able: ['Bob'],
    draft: { subject: 'Lamps', text: 'Words', files: [] },
    recipients,
  };

  it('says how much of a long one it does not show', () => {
    const { body } = renderDraft({ ...told, draft: { ...told.draft, text: 'x'.repeat(5_000) } }, 'en');
    assert.match(body, /1000 more characters are not shown here/);
  });

  it('is quick for text of any kind', () => {
    const began = performance.now();
    renderDraft({ ...told, draft: { ...told.draft, text: ' '.repeat(2_000_000) + 'x' } }, 'en');
    assert.ok(performance.now() - began < 2_000);
  });

  it('says that nobody else may', () => {
    assert.match(renderDraft({ ...told, able: [] }, 'en').body, /Nobody else of the team may send mail/);
  });
});
