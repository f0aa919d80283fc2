/** What stands for each type of parameter where a function is fed with a long text, for `linear-child.ts`. */
import { commandTold, operationTold } from '../../src/bridge/record/acts.ts';
import { isSigned } from '../../src/bridge/signing.ts';
import { refusalOf } from '../../src/bridge/relay/login-refusal.ts';
import { relayNews } from '../../src/bridge/relay/relay-told.ts';
import { areAlike, ownWordOf } from '../../src/bridge/relay/whose-word.ts';
import { claimsOf } from '../../src/bridge/arrival/mail-ids.ts';
import type { UserId } from '../../src/bridge/types.ts';
import { beginsWithCall } from '../../src/bridge/recipients/notes.ts';
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { writtenBy } from '../../src/bridge/arrival/written-by.ts';
import { GhostCodec, IdKey } from '../../src/bridge/ids.ts';
import { mailBlocksToHtml } from '../../src/bridge/to-mail/blocks-html.ts';
import { mailBlocksToText } from '../../src/bridge/to-mail/blocks-text.ts';
import { readAsWritten, readPoll } from '../../src/bridge/from-matrix/content.ts';
import { bucketKeys } from '../../src/bridge/loops/cause.ts';
import { answerThirdParty } from '../../src/bridge/room/third-party.ts';
import { ownSearchText } from '../../src/bridge/search/own-search-text.ts';
import { guessLanguage } from '../../src/bridge/search/search-language.ts';
import { readSearch } from '../../src/bridge/search/search-query.ts';
import { renderFound } from '../../src/bridge/search/search-told.ts';
import type { FoundText } from '../../src/bridge/search/search-told.ts';
import { label, searchText } from '../../src/bridge/search/search-text.ts';
import { boundedWords } from '../../src/bridge/search/search-words.ts';
import { saidAgain } from '../../src/bridge/thread/placed.ts';
import { threadMailOf } from '../../src/bridge/thread/thread-facts.ts';
import { replaceAddresses, withoutPeople } from '../../src/bridge/retention/erasure.ts';
import { bundleFile, placeFiles, textFile } from '../../src/bridge/to-matrix/files.ts';
import { bundle, bundleSize } from '../../src/mail/bundle.ts';
import { namedUsers } from '../../src/bridge/to-mail/mentions.ts';
import { readGuestWord } from '../../src/bridge/guest/guest-words.ts';
import { readInvitation } from '../../src/bridge/guest/read-invitation.ts';
import { emojiOfReaction, toReactionDraft } from '../../src/bridge/to-mail/reaction-draft.ts';
import { matrixHtmlToBlocks, plainToBlocks } from '../../src/bridge/to-mail/matrix-html.ts';
import { calledInFront } from '../../src/bridge/from-matrix/called.ts';
import { readEvent } from '../../src/bridge/from-matrix/from-matrix.ts';
import { asWritten } from '../../src/mail/authentication/through-group.ts';
import type { SenderVerdict } from '../../src/mail/authentication/verdict.ts';
import { readCalendar } from '../../src/mail/cards/calendar.ts';
import { htmlToMatrix } from '../../src/mail/html/html.ts';
import { parseHtml, defaultHtmlLimits } from '../../src/mail/html/html-parse.ts';
import { readHeader } from '../../src/mail/header/read-header.ts';
import { headerOf } from '../../src/mail/mime/head.ts';
import { defaultLimits, parseMail, readFiles } from '../../src/mail/mime/parse.ts';
import { embeddedPictures, withSources } from '../../src/mail/mime/pictures.ts';
import { transferDecoder } from '../../src/mail/mime/transfer.ts';
import { fillPrepared } from '../../src/bridge/to-mail/prepared-answer.ts';
import { renderDraft } from '../../src/bridge/told/draft-told.ts';
import { isFallback } from '../../src/mail/reaction/phrases.ts';
import { reactionOfFile, readReaction } from '../../src/mail/reaction/reaction.ts';
import { compareRenderings } from '../../src/mail/render/alternative.ts';
import { renderBody } from '../../src/mail/render/body-text.ts';
import { pictureFinder, withEmbeddedAsParts } from '../../src/mail/render/pictures.ts';
import { withoutDoubles } from '../../src/mail/render/plain-doubles.ts';
import { parseAndRender } from '../../src/mail/render/render-mail.ts';
import { splitHtml } from '../../src/mail/quote/quote-html.ts';
import type { Address, HeaderField, MailHeader, MessageId, ParsedMail, Person } from '../../src/mail/types.ts';
import { UTC } from '../../src/words/zones.ts';
import { testAccount } from './handlers/fixtures.ts';
import { exportedAdapters } from './linear-exported.ts';
import { guestAdapters } from './linear-guests.ts';

/** Every field that some function reads by its name. */
const FIELDS = [
  'from', 'to', 'cc', 'sender', 'reply-to', 'subject', 'date', 'message-id', 'in-reply-to', 'references',
  'received', 'return-path', 'authentication-results', 'arc-authentication-results', 'arc-seal', 'delivered-to',
  'envelope-to', 'x-envelope-to', 'x-original-to', 'resent-to', 'list-id', 'list-post', 'precedence',
  'auto-submitted', 'content-type', 'content-disposition', 'content-id', 'content-transfer-encoding',
  'thread-index', 'thread-topic', 'x-failed-recipients', 'x-mailroom-hops', 'x-mailroom-id', 'x-mailroom-probe',
  'x-microsoft-original-message-id', 'x-ms-exchange-organization-authas', 'x-mailer', 'x-precedence',
  'x-original-from', 'x-original-sender', 'mailing-list', 'x-beenthere', 'x-google-group-id',
]; // prettier-ignore

const codec = new GhostCodec({ prefix: 'mail_', domain: 'matrix.test', bot: 'mailroom' });
// With versions of every kind: each makes reading dearer.
const ids = new IdKey([
  { version: 1, secret: 'linear', derivation: 'plain', state: 'retired' },
  { version: 2, secret: 'old', derivation: 'purpose', state: 'leaked' },
  { version: 3, secret: 'linear', derivation: 'purpose', state: 'current' },
]);
const headers = (text: string): HeaderField[] => FIELDS.map((name) => ({ name, value: text }));
const header = (text: string): MailHeader => readHeader(headers(text));
const person = (text: string): Person => ({ name: text, address: text as Address });
const context = { language: 'en', nameOf: () => null } as const;

function mail(text: string): ParsedMail {
  const people = [person(text)];
  const file = {
    index: 0,
    name: text,
    type: text,
    size: 1,
    sha256: '',
    disposition: 'attachment',
    contentId: text,
  } as const;
  return {
    messageId: text as MessageId,
    inReplyTo: [text as MessageId],
    references: [text as MessageId],
    date: null,
    subject: text,
    from: people,
    sender: person(text),
    replyTo: people,
    to: people,
    cc: people,
    bcc: people,
    header: readHeader(headers(text)),
    failedRecipients: [text as Address],
    text,
    html: text,
    files: [file],
    sealed: [],
    reactions: [{ form: 'rfc9078', file: null, text }],
    report: [
      { type: 'message/delivery-status', text: `Final-Recipient: rfc822; ${text}\nDiagnostic-Code: smtp; ${text}` },
      { type: 'message/rfc822', text: `To: ${text}\nSubject: ${text}` },
    ],
    kind: 'message',
    contentHash: '',
    size: text.length,
    warnings: [],
  }; // prettier-ignore
}

/** What can be found of a mail that is this text everywhere. */
function searched(text: string) {
  const { from, to, subject, files } = mail(text);
  return searchText({
    at: null,
    from,
    to,
    subject,
    texts: [text, text],
    files,
    folder: text,
    attached: text,
    spoken: 'en',
  });
}

/** A mail with the text in every field and as its body. */
function* raw(text: string): Generator<Uint8Array> {
  const line = text.replace(/[\r\n]/g, ' ');
  const names = FIELDS.filter((name) => !name.startsWith('content-'));
  for (const type of ['plain', 'html']) {
    if (type === 'plain') {
      yield Buffer.from(names.map((name) => `${name}: ${line}\r\n`).join(''));
      yield Buffer.from('Content-Type: multipart/mixed; boundary=b\r\n\r\n');
    }
    yield Buffer.from(`--b\r\nContent-Type: text/${type}\r\n\r\n${text}\r\n`);
  }
  yield Buffer.from(`--b\r\nContent-Type: ${line}; name=${line}\r\nContent-Disposition: ${line}\r\n\r\nx\r\n--b--\r\n`);
}

const trust = {
  receiver: { kind: 'named', ids: ['mx.test'] },
  hosts: ['mx.test'],
  sealers: ['mx.test'],
  isInternal: () => true,
} as const;

/** A value of each type, with the text in it. */
export const makers: Readonly<Record<string, (text: string) => unknown>> = {
  "Pick<SenderSettings, 'receiver' | 'hosts'>": () => trust,
  '{ readonly verdict: SenderVerdict | null; readonly checks: boolean }': () => ({
    verdict: { verdict: 'unchecked', address: null, internal: false, outside: true, policy: null, evidence: [] },
    checks: true,
  }),
  string: (text) => text,
  'string | null': (text) => text,
  'string | undefined': (text) => text,
  'readonly string[]': (text) => [text],
  'readonly (string | null)[]': (text) => [text, null],
  unknown: (text) => text,
  Address: (text) => text,
  'Address | null': (text) => text,
  MessageId: (text) => text,
  UserId: (text) => text,
  AccountId: () => 'support',
  AccountName: () => 'support',
  RoomId: (text) => text,
  EventId: (text) => text,
  'ThreadId | null': () => null,
  Language: () => 'en',
  Reader: () => ({ language: 'en', zone: UTC }),
  number: () => 60_000,
  boolean: () => true,
  Uint8Array: (text) => Buffer.from(text),
  Buffer: (text) => Buffer.from(text),
  'readonly RawField[]': (text) => FIELDS.map((name) => ({ name, value: Buffer.from(text) })),
  'readonly HeaderField[]': headers,
  Person: person,
  "Pick<Person, 'name' | 'address'>": person,
  "Pick<Person, 'name'> & Partial<Person>": person,
  'readonly Person[]': (text) => [person(text)],
  'readonly Address[]': (text) => [text],
  ParsedMail: mail,
  ClaimedMail: mail,
  ClassifyInput: (text) => ({ ...mail(text), headers: headers(text) }),
  "Pick<ParsedMail, 'sealed' | 'text' | 'html'>": mail,
  "Pick<ParsedMail, 'messageId' | 'contentHash'>": mail,
  "Pick<ParsedMail, 'header' | 'contentHash'>": mail,
  "Pick<ParsedMail, 'from'> | null": mail,
  "Pick<ParsedMail, 'messageId' | 'from' | 'to' | 'cc' | 'date' | 'subject' | 'text' | 'html' | 'files'>": mail,
  "Pick<ParsedMail, 'date' | 'subject' | 'text' | 'html' | 'files'>": mail,
  '{ readonly header: MailHeader; readonly kind: MailKind }': mail,
  MailHeader: header,
  "Pick<MailHeader, 'own'>": header,
  "Pick<MailHeader, 'probe'>": header,
  "Pick<MailHeader, 'recipients'>": header,
  "Pick<MailHeader, 'trace'>": header,
  Trust: () => trust,
  Account: () => testAccount(),
  IdKey: () => ids,
  TokenKeys: () => ids.tokenKeys,
  GhostCodec: () => codec,
  '(address: Address) => boolean': () => () => true,
  '(index: number) => string | null': () => () => null,
  "'watched' | 'sent'": () => 'watched',
  'ReadonlySet<string>': (text) => new Set([text]),
  QuoteOptions: () => ({}),
  MatrixHtmlContext: () => context,
  HtmlLimits: () => defaultHtmlLimits,
  HtmlOptions: () => ({ cid: () => null }),
  Date: () => new Date(0),
};

/** Functions that take the text in a shape of their own. */
export const adapters: Readonly<Record<string, (text: string) => unknown>> = {
  'bridge/record/acts.ts#commandTold': (text) =>
    ['block', 'to', 'forward', 'assign'].map((name) =>
      commandTold(name, { kind: 'command', name, args: text.split(/\s+/), rest: text }),
    ),
  'bridge/record/acts.ts#operationTold': (text) =>
    operationTold('compose', { account: text, thread: text, as: text, to: [text, text], cc: text }, true),
  'bridge/signing.ts#isSigned': (text) => isSigned({ key: text, signature: text }, text),
  'bridge/search/search-words.ts#boundedWords': (text) => boundedWords(text.split(' '), 100_000),
  'bridge/search/search-language.ts#guessLanguage': (text) => guessLanguage([text], 'en'),
  'bridge/search/search-text.ts#label': (text) => label('has', text),
  'bridge/search/search-told.ts#renderFound': (text) => {
    const excerpt = [{ text, marked: false }];
    const at = { account: 'support', thread: 't', room: null, event: null, at: new Date(0) } as never as FoundText;
    const found = [{ ...at, sender: text, subject: text, excerpt }];
    const page = { found, total: 1, more: false, page: 1, pages: 1, readIn: null };
    return renderFound(page, { language: 'en', zone: UTC, domain: 'matrix.test' }, text);
  },
  'bridge/search/search-query.ts#readSearch': (text) => readSearch(text, UTC),
  'bridge/search/search-text.ts#searchText': (text) => searched(text),
  'bridge/search/search-text.ts#mailSearchText': (text) => searched(text),
  'bridge/search/own-search-text.ts#ownSearchText': (text) => {
    const { from, to, subject } = mail(text);
    const [person] = from;
    assert.ok(person !== undefined);
    const one = { at: null, from: person, to, subject, attached: text, spoken: 'en' } as const;
    return ownSearchText(one, [{ kind: 'text', emote: false, body: text, html: null }]);
  },
  'mail/mime/head.ts#headerOf': async (text) => {
    for await (const piece of headerOf(Readable.from([Buffer.from(text)]), 256 * 1024)) assert.ok(piece.length > 0);
  },
  'mail/cards/calendar.ts#readCalendar': (text) => {
    const line = text.replace(/[\r\n]/g, ' ');
    const lines = [`DTSTART;TZID=${line}:${line}`, `DTEND;TZID=${line}:20250701T100000`, `DESCRIPTION:${text}`];
    const more = [`X-GOOGLE-CONFERENCE:${line}`, `X-ALT-DESC:https://${line}`, `EXDATE:${line}`, `RRULE:${line}`];
    const zone = `BEGIN:VTIMEZONE\nTZID:${line}\nBEGIN:STANDARD\nRDATE:${line}\nEND:STANDARD\nEND:VTIMEZONE`;
    return readCalendar(
      `BEGIN:VCALENDAR\n${zone}\nBEGIN:VEVENT\n${[...lines, ...more].join('\n')}\nEND:VEVENT\nEND:VCALENDAR`,
    );
  },
  'mail/mime/parse.ts#parseMail': (text) => parseMail(Readable.from(raw(text)), defaultLimits),
  'mail/mime/parse.ts#readFiles': (text) => readFiles(Readable.from(raw(text)), [0], 1_000_000),
  'mail/render/render-mail.ts#parseAndRender': (text) => parseAndRender(Readable.from(raw(text)), defaultLimits, 'en'),
  'mail/mime/pictures.ts#embeddedPictures': (text) => [embeddedPictures(embedding(text)), embeddedPictures(text)],
  'mail/mime/pictures.ts#withSources': (text) => withSources(embedding(text), () => text),
  'mail/render/pictures.ts#withEmbeddedAsParts': (text) => withEmbeddedAsParts(embedding(text), mail(text).files),
  'mail/render/pictures.ts#pictureFinder': (text) => {
    const addresses = { base: text, files: new Map([[0, text]]) };
    const files = mail(text).files.map((file) => ({ ...file, type: 'image/png' }));
    const finder = pictureFinder(files, addresses, `<base href="${text}"><base ${text}`);
    return [finder.byId(text), finder.bySource(text)];
  },
  'mail/render/alternative.ts#compareRenderings': (text) =>
    compareRenderings({ text: { kept: text, whole: text }, html: { kept: `a ${text}`, whole: 'b' } }),
  'mail/render/body-text.ts#renderBody': (text) => {
    const piece = { text: `a ${text}`, html: `<p style="color:white">a</p><p>${text}` };
    return renderBody(piece, [piece], { cid: () => null, located: () => null, language: 'en' });
  },
  'mail/render/plain-doubles.ts#withoutDoubles': (text) =>
    [text, `${text}<http://${text}>`, text.replace(/./gs, (char) => `${char}<tel:1>`)].map(withoutDoubles),
  'mail/mime/transfer.ts#transferDecoder': (text) =>
    ['base64', 'quoted-printable', 'x-uuencode', text].map((encoding) => {
      const decoder = transferDecoder(encoding);
      return [decoder.write(Buffer.from(text)), decoder.end()];
    }),
  'bridge/told/draft-told.ts#renderDraft': (text) =>
    renderDraft(
      {
        author: text,
        changedBy: text,
        again: true,
        able: [text],
        draft: { subject: text, text, files: [{ key: text, name: text, type: text, contentId: null }] },
        recipients: { to: [person(text)], cc: [person(text)], why: { kind: 'nobody' }, answers: null },
      },
      'en',
    ),
  'bridge/to-mail/prepared-answer.ts#fillPrepared': (text) => {
    const values = { name: text, address: text, subject: text, me: text, account: text, date: text };
    return fillPrepared({ parts: [{ field: 'name' }, text, { field: 'subject' }] }, values);
  },
  'bridge/relay/login-refusal.ts#refusalOf': refusalOf,
  'bridge/relay/relay-told.ts#relayNews': (text) =>
    relayNews(
      { trouble: 'refuses', words: text, since: new Date(0), account: 'support' },
      { language: 'en', zone: UTC },
    ),
  'bridge/relay/whose-word.ts#areAlike': (text) =>
    areAlike(['a.test', 'b.test'].map((domain) => ({ domain, code: 550, words: text }))),
  'bridge/relay/whose-word.ts#ownWordOf': (text) =>
    ['recipient', 'content'].map((stage) => ownWordOf({ stage, code: 550, enhanced: null, words: text }, true)),
  'mail/html/html-parse.ts#parseHtml': (text) => parseHtml(`<div title="${text}">${text}</div>`, defaultHtmlLimits),
  'mail/html/html.ts#htmlToMatrix': (text) =>
    htmlToMatrix(`<p style="${text}"><a href="${text}">${text}</a><pre>${text}</pre><img alt="${text}">`, {
      cid: () => null,
    }),
  'mail/quote/quote-html.ts#splitHtml': (text) => splitHtml(`<div class="${text}">${text}</div><p>${text}`, {}),
  'bridge/from-matrix/called.ts#calledInFront': (text) => [
    calledInFront({ body: text, html: text }, ['@a:x']),
    calledInFront({ body: `Bob: ${text}!note`, html: `<a href="https://matrix.to/#/@a:x">Bob</a>: ${text}` }, ['@a:x']),
  ],
  'bridge/from-matrix/from-matrix.ts#readEvent': (text) =>
    readEvent(
      {
        type: 'm.room.message',
        event_id: '$a',
        sender: '@a:x',
        room_id: '!r:x',
        origin_server_ts: 1,
        content: { msgtype: 'm.text', body: text, format: 'org.matrix.custom.html', formatted_body: text },
      },
      { isOwn: () => false, prefix: '!mail' } as never,
    ),
  'bridge/to-mail/matrix-html.ts#matrixHtmlToBlocks': (text) =>
    matrixHtmlToBlocks(`<pre>x${text}y</pre><p>${text}</p><a href="${text}">${text}</a>`, context),
  'bridge/to-mail/matrix-html.ts#plainToBlocks': (text) => plainToBlocks(text, context),
  'bridge/to-mail/mentions.ts#namedUsers': (text) => namedUsers(text, context),
  'bridge/to-mail/blocks-html.ts#mailBlocksToHtml': (text) => mailBlocksToHtml(blocks(text), [text], 'en'),
  'bridge/to-mail/blocks-text.ts#mailBlocksToText': (text) => mailBlocksToText(blocks(text), [text], 'en'),
  'bridge/from-matrix/content.ts#readAsWritten': (text) =>
    readAsWritten({ msgtype: 'm.text', body: text, format: 'org.matrix.custom.html', formatted_body: text }),
  ...exportedAdapters,
  ...guestAdapters,
  'bridge/from-matrix/content.ts#readPoll': (text) => readPoll({ 'm.poll': { question: { body: text } } }),
  'mail/authentication/through-group.ts#asWritten': (text) => asWritten(viaGroup(text), passing, true, () => true),
  'bridge/arrival/written-by.ts#writtenBy': (text) => writtenBy(testAccount(), viaGroup(text), passing),
  'bridge/thread/thread-facts.ts#threadMailOf': (text) =>
    threadMailOf(
      { ...mail(text), messageId: text as MessageId },
      { insider: false, verdict: 'pass', group: null, quotes: true, reportOf: [], list: text },
      () => false,
    ),
  'bridge/to-matrix/files.ts#bundleFile': (text) => bundleFile(1, mail(text).files, text, 1),
  'mail/bundle.ts#bundle': (text) => bundle([{ name: text, bytes: Buffer.from(text) }]),
  'mail/bundle.ts#bundleSize': (text) => bundleSize([{ name: text, size: 1 }]),
  'bridge/to-matrix/files.ts#textFile': (text) => textFile({ body: text, html: text }, text),
  'bridge/retention/erasure.ts#replaceAddresses': (text) => replaceAddresses(text, [text.slice(0, 20), 'a@b.c'], 'x'),
  'bridge/retention/erasure.ts#withoutPeople': (text) =>
    withoutPeople({ a: [text, { address: text }] }, ['a@b.c'], 'x'),
  'bridge/to-matrix/files.ts#placeFiles': (text) =>
    placeFiles({ body: text }, new Map([['mxc://mail.invalid/0', null]])),
  'bridge/thread/placed.ts#saidAgain': (text) => saidAgain({ body: text, formatted_body: text }, text),
  'bridge/arrival/mail-ids.ts#claimsOf': (text) => claimsOf(mail(text), null),
  'bridge/recipients/notes.ts#beginsWithCall': (text) =>
    beginsWithCall(
      { kind: 'text', emote: false, body: text, html: `<b>${text}` },
      [text as UserId],
      () => true,
      [{ user: text as UserId, names: [text] }],
      [person(text)],
    ),
  'bridge/loops/cause.ts#bucketKeys': (text) => bucketKeys({ thread: 'a', sender: text as Address, subject: text }),
  'bridge/guest/read-invitation.ts#readInvitation': (text) => readInvitation(text),
  'bridge/guest/guest-words.ts#readGuestWord': (text) => [readGuestWord(text, ''), readGuestWord('', text)],
  'bridge/to-mail/reaction-draft.ts#emojiOfReaction': (text) =>
    emojiOfReaction('m.reaction', { 'm.relates_to': { key: text } }),
  'bridge/to-mail/reaction-draft.ts#toReactionDraft': (text) => toReactionDraft(draftInput(text), '👍'),
  'mail/reaction/phrases.ts#isFallback': (text) => [
    isFallback(text, '👍', person(text)),
    isFallback(`👍 ${text} reacted via Gmail`, '👍', person(text)),
  ],
  'mail/reaction/reaction.ts#readReaction': (text) =>
    ['rfc9078', 'gmail'].map((form) => {
      const says = form === 'gmail' ? '{"emoji":"👍","version":1}' : text;
      const reactions = [{ form: form as 'gmail' | 'rfc9078', file: null, text: says }];
      return readReaction({ ...mail(text), files: [], reactions }, [text], []);
    }),
  'mail/reaction/reaction.ts#reactionOfFile': (text) =>
    mail(text).files.map((file) => reactionOfFile({ reactions: [{ form: 'gmail', file: 0, text }] }, file)),
  'bridge/room/third-party.ts#answerThirdParty': (text) =>
    answerThirdParty(['user', 'mail'], new URLSearchParams({ address: text }), codec),
};

const draftInput = (text: string): Parameters<typeof toReactionDraft>[0] => ({
  messageId: '<a@b.example>' as MessageId,
  date: new Date(0),
  boundary: 'b',
  writer: {
    address: 'a@b.example' as Address,
    name: text,
    template: '{name} via {account}',
    language: 'en',
    zone: UTC,
    subjectPrefix: text,
    signature: '',
    footer: '',
  },
  author: { name: text },
  recipients: { to: [person(text)], cc: [], why: { kind: 'nobody' }, answers: null },
  subject: text,
  parent: null,
  headers: [],
});

/** HTML with pictures in it, one of which never ends. */
const embedding = (text: string): string =>
  `<img src="data:image/png;base64,${text}">`.repeat(3) + `<img src='data:image/png;base64,${text}`;

/** A mail that is taken for a group's, so that all of its fields are looked at. */
const viaGroup = (text: string): ParsedMail => ({
  ...mail(text),
  from: [{ name: `${text} via ${text}`, address: 'x@y.example' as Address }],
  to: [{ name: text, address: 'x@y.example' as Address }],
});
const passing: SenderVerdict = {
  ...{ verdict: 'pass', reason: 'dmarc', address: null, internal: false, outside: true, policy: null, evidence: [] },
};

const blocks = (text: string) => matrixHtmlToBlocks(`<pre>${text}</pre><p>${text}</p><ul><li>${text}</ul>`, context);
