import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { toReactionDraft } from '../../../../src/bridge/to-mail/reaction-draft.ts';
import { compose } from '../../../../src/mail/compose.ts';
import { defaultLimits } from '../../../../src/mail/mime/parse.ts';
import { oneEmoji } from '../../../../src/mail/reaction/emoji.ts';
import { isFallback, outlookReaction } from '../../../../src/mail/reaction/phrases.ts';
import type { MailReaction } from '../../../../src/mail/reaction/reaction.ts';
import { parseAndRender } from '../../../../src/mail/render/render-mail.ts';
import type { Address, MessageId } from '../../../../src/mail/types.ts';
import { LANGUAGES } from '../../../../src/words/keys.ts';
import { UTC } from '../../../../src/words/zones.ts';

const wanda = { name: 'Wanda Kunde', address: 'wanda@kunde.example' as Address };
const about = '<99.0@firma.example>' as MessageId;

async function read(raw: Buffer | string): Promise<MailReaction | null> {
  const source = Readable.from([Buffer.from(raw)], { objectMode: false });
  const result = await parseAndRender(source, defaultLimits, 'en');
  assert.ok(result.ok);
  return result.rendered.special.reaction;
}

const golden = (name: string) => read(readFileSync(new URL(`../../../golden/mail-in/${name}.eml`, import.meta.url)));

const head = (more: readonly string[] = []): string[] => [
  'From: Wanda Kunde <wanda@kunde.example>',
  'To: support@firma.example',
  'Message-ID: <r@kunde.example>',
  'Subject: Re: Offer 12',
  `In-Reply-To: ${about}`,
  ...more,
];
/** A mail of alternatives: Gmail's part between a text and HTML. */
const gmail = (json: string, { text = '👍', html = '<p>👍</p>', more = [] as string[], after = [] as string[] } = {}) =>
  [
    ...head(more),
    'Content-Type: multipart/mixed; boundary=m',
    '',
    '--m',
    'Content-Type: multipart/alternative; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '--b',
    'Content-Type: text/vnd.google.email-reaction+json; charset=utf-8',
    '',
    json,
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
    '--b--',
    ...after,
    '--m--',
    '',
  ].join('\r\n');
const thumb = '{"emoji":"👍","version":1}';
const said = (text: string) => [...head(), 'Content-Type: text/plain; charset=utf-8', '', text, ''].join('\r\n');

describe('exactly one emoji', () => {
  for (const one of ['👍', '👍🏽', '❤️', '👨‍👩‍👧‍👦', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🇩🇪', '1️⃣', '🫡'])
    it(`${one} is one`, () => assert.equal(oneEmoji(one), one));
  it('is fully qualified, with blanks around it or without the selector', () => {
    assert.equal(oneEmoji('❤'), '❤️');
    assert.equal(oneEmoji(' 👍\r\n'), '👍');
  });
  const none = [
    '',
    ' ',
    '👍👍',
    '👍 👎',
    'ok',
    '1',
    '#',
    '©x',
    '\u200d',
    '👍\u202e',
    '👍\0',
    '🇩',
    '<b>👍</b>',
    '&#x1f44d;',
  ];
  for (const one of none) it(`${JSON.stringify(one)} is none`, () => assert.equal(oneEmoji(one), null));
  it('a chain of joined emoji that no font has is none, and a long one is not even looked at', () => {
    assert.equal(oneEmoji('👍\u200d👎\u200d👍'), null);
    const began = performance.now();
    assert.equal(oneEmoji('👩\u200d'.repeat(500_000)), null);
    assert.ok(performance.now() - began < 50);
  });
});

describe('a mail that is a reaction and nothing else', () => {
  const is = { 'gmail-reaction': '👍', 'gmail-reaction-with-quotation': '💖', 'gmail-reaction-alone': '🎉' };
  for (const [name, emoji] of Object.entries(is)) {
    it(name, async () => assert.deepEqual(await golden(name), { emoji, about, form: 'gmail' }));
  }
  it('rfc9078-reaction', async () =>
    assert.deepEqual(await golden('rfc9078-reaction'), { emoji: '❤️', about, form: 'rfc9078' }));
  it('outlook-reaction', async () =>
    assert.deepEqual(await golden('outlook-reaction'), { emoji: '👍', about, form: 'outlook' }));

  const not = ['gmail-reaction-with-words', 'rfc9078-reaction-beside-a-text', 'outlook-reaction-with-words'];
  for (const name of not) it(`not ${name}`, async () => assert.equal(await golden(name), null));

  it('not where Gmail would not take it for one: another version, a text of it, no JSON, two emoji, none', async () => {
    assert.deepEqual(await read(gmail(thumb)), { emoji: '👍', about, form: 'gmail' });
    const broken = [
      '{"emoji":"👍","version":2}', '{"emoji":"👍","version":"1"}', '{"emoji":"👍"}', '{"version":1}',
      '{', '[]', 'null',
      '{"emoji":"👍👍","version":1}', '{"emoji":"now","version":1}', '{"emoji":["👍"],"version":1}',
      `{"emoji":"👍","version":1,"x":"${'x'.repeat(2000)}"}`,
    ]; // prettier-ignore
    for (const json of broken) assert.equal(await read(gmail(json)), null, json.slice(0, 40));
  });
  it('not where the text or the HTML says something, a file is with it, or it says two things', async () => {
    assert.equal(await read(gmail(thumb, { text: 'I cancel.' })), null);
    assert.equal(await read(gmail(thumb, { html: '<p>👍</p><p>Please call me.</p>' })), null);
    const file = ['--m', 'Content-Type: application/pdf; name=order.pdf', 'Content-Disposition: attachment', '', 'PDF'];
    assert.equal(await read(gmail(thumb, { after: file })), null);
    const other = ['--m', 'Content-Type: text/plain; charset=utf-8', 'Content-Disposition: reaction', '', '👎'];
    assert.equal(await read(gmail(thumb, { after: other })), null);
  });
  it('not where its part is an attachment, or it answers no mail or more than one', async () => {
    const attached = gmail(thumb).replace('+json; charset=utf-8', '+json\r\nContent-Disposition: attachment');
    assert.equal(await read(attached), null);
    assert.equal(await read(gmail(thumb).replace(`In-Reply-To: ${about}\r\n`, '')), null);
    assert.equal(await read(gmail(thumb).replace(about, `${about} <other@firma.example>`)), null);
  });
  it('by Outlook, only with a reaction that it has', async () => {
    const by = (kind: string) => read(said(`[${kind}] Wanda Kunde reacted to your message:`));
    const emoji = await Promise.all(['like', 'heart', 'celebrate', 'laugh', 'surprised', 'sad'].map(by));
    assert.deepEqual(
      emoji.map((one) => one?.emoji),
      ['👍', '❤️', '🎉', '😆', '😮', '😢'],
    );
    for (const kind of ['0', 'hate', 'constructor', '__proto__']) assert.equal(await by(kind), null, kind);
    assert.equal(outlookReaction('like Wanda. I do not. She reacted to your message'), null);
    // Without a reaction it is what Outlook sends where one was taken away: a mail as any other.
    assert.equal(await read(said('Wanda Kunde reacted to your message:')), null);
    assert.equal(await read(said('[0] Wanda Kunde reacted to your message:')), null);
  });
});

describe('the line for programs that know no reactions', () => {
  const lines = [
    '👍', '👍\n\nWanda reacted via Gmail', 'Wanda hat über Gmail reagiert 👍',
    '👍 Wanda Kunde ha reaccionado a través de Gmail',
    '👍\nWanda a réagi via Gmail <https://mail.example/about>', 'wanda が Gmail で 👍',
    'Wanda Kunde reacted to your message: 👍', '👍\n\n"Wanda Kunde hat auf Ihre Nachricht reagiert."',
  ]; // prettier-ignore
  for (const line of lines) it(JSON.stringify(line), () => assert.ok(isFallback(line, '👍', wanda)));
  const words = [
    '👍 Thanks!', 'no', '👍 Wanda, call me at my Gmail address before Friday please', 'Gmail is down', 'via Gmail',
    'I do not accept. Wanda reacted to your message', 'Wanda: pay now! hat auf Ihre Nachricht reagiert',
    `👍 ${'Wanda '.repeat(60)}reacted to your message`,
  ]; // prettier-ignore
  for (const line of words) it(`not ${line.slice(0, 60)}`, () => assert.ok(!isFallback(line, '👍', wanda)));

  for (const language of LANGUAGES) {
    it(`what we write in ${language} is read as the reaction that it is`, async () => {
      const draft = toReactionDraft(
        {
          messageId: '<out@ours.example>' as MessageId,
          date: new Date('2026-03-09T10:20:30Z'),
          boundary: 'seed',
          writer: {
            address: 'support@ours.example' as Address,
            name: 'Support',
            template: '{name} via {account}',
            language,
            zone: UTC,
            subjectPrefix: '',
            signature: 'Support',
            footer: 'Ours Ltd.',
          },
          author: { name: 'Änne d’Été' },
          recipients: { to: [wanda], cc: [], why: { kind: 'nobody' }, answers: about },
          subject: 'Offer 12',
          parent: { messageId: about, references: [], conversation: null },
          headers: [],
        },
        '👍🏽',
      );
      const raw = await buffer(compose(draft, () => Readable.from([])));
      assert.deepEqual(await read(raw), { emoji: '👍🏽', about, form: 'rfc9078' });
    });
  }
});
