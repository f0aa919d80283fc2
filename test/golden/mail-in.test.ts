/**
 * Mails and what they become in Matrix. Each `mail-in/NAME.eml` shows what its name says; `NAME.json` beside it holds
 * the events (contents, senders, files), read by eye when they change. `NAME.de.eml` arrives in an account whose
 * language is German. UPDATE_GOLDEN=1 writes the events anew.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { GhostCodec, IdKey } from '../../src/bridge/ids.ts';
import { toMatrix } from '../../src/bridge/to-matrix/to-matrix.ts';
import { mayBeMedia, placeFiles, withMedia } from '../../src/bridge/to-matrix/files.ts';
import { newestOf } from '../../src/bridge/to-matrix/special-sections.ts';
import type { AccountId, Json, MatrixSend, MessageKey, SendFile, ThreadId, UserId } from '../../src/bridge/types.ts';
import type { CalendarCard } from '../../src/mail/cards/calendar.ts';
import { describeMedia } from '../../src/mail/media.ts';
import { defaultLimits, readFile } from '../../src/mail/mime/parse.ts';
import { baseSubject } from '../../src/mail/subject.ts';
import { words } from '../../src/words/words.ts';
import type { Language } from '../../src/words/words.ts';
import { parsedCodec } from '../../src/parser/parsed-codec.ts';
import { parseAndRender } from '../../src/mail/render/render-mail.ts';
import type { Parsed } from '../../src/mail/render/render-mail.ts';
import { UTC } from '../../src/words/zones.ts';

const folder = new URL('mail-in/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.eml'))
  .map((name) => name.slice(0, -'.eml'.length))
  .sort();
const ids = new IdKey('a secret of thirty-two characters');
const ghosts = new GhostCodec({ prefix: 'mail_', domain: 'ours.example', bot: 'mailroom' });

/** Mails that came to the account before the one that is looked at. */
const before: Readonly<Record<string, readonly string[]>> = {
  'invitation-changed': ['invitation'],
  'invitation-resent-unchanged': ['invitation'],
  'invitation-outdated': ['invitation', 'invitation-changed'],
  'invitation-cancelled': ['invitation', 'invitation-changed'],
  'invitation-answered': ['invitation'],
};
/** Subjects of threads that mails came into, where it is not their own. */
const threads: Readonly<Record<string, string>> = {
  'new-subject-in-a-thread': 'Broken lamp',
  'bounce-unknown-user': 'Your lamp is ready',
};

const source = (name: string): Buffer => readFileSync(new URL(`${name}.eml`, folder));
const languageOf = (name: string): Language => (/\.(de|fr)$/.exec(name)?.[1] ?? 'en') as Language;

async function* bytesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  // Small pieces: where a mail is cut must not matter.
  for (let at = 0; at < bytes.length; at += 1000) yield await Promise.resolve(bytes.subarray(at, at + 1000));
}

async function parsed(name: string): Promise<Extract<Parsed, { ok: true }>> {
  const result = await parseAndRender(bytesOf(source(name)), defaultLimits, languageOf(name));
  assert.ok(result.ok);
  // As its child says it to whoever decides.
  assert.deepEqual(parsedCodec.parse(structuredClone(result)), result);
  return result;
}

async function knownEvents(name: string): Promise<CalendarCard[]> {
  let known: CalendarCard[] = [];
  for (const earlier of before[name] ?? []) {
    const newest = newestOf((await parsed(earlier)).rendered.special, known);
    known = [...newest, ...known.filter((one) => !newest.some((card) => card.uid === one.uid))];
  }
  return known;
}

async function sendsOf(name: string): Promise<{ result: Extract<Parsed, { ok: true }>; sends: MatrixSend[] }> {
  const result = await parsed(name);
  const { mail, rendered } = result;
  const language = languageOf(name);
  const [from] = mail.from;
  const speaker =
    from === undefined
      ? { user: ghosts.bot, name: null, prefix: words(language)('room-no-sender') }
      : { user: ghosts.ghost(from.address), name: from.name === '' ? from.address : from.name, prefix: '' };
  const sends = toMatrix(
    {
      account: 'support' as AccountId,
      language,
      zone: UTC,
      thread: 'thread' as ThreadId,
      message: 'message' as MessageKey,
      speaker,
      mail: 1,
      parsed: mail,
      rendered,
      subject: threads[name] ?? baseSubject(mail.subject),
      notice: mail.kind !== 'message' && mail.kind !== 'list' && mail.kind !== 'bulk',
      events: await knownEvents(name),
    },
    ids,
  );
  return { result, sends };
}

interface GoldenEvent {
  readonly sender: UserId;
  readonly name: string | null;
  readonly content: Readonly<Record<string, Json>>;
  readonly files: readonly Json[];
}

async function eventOf(name: string, send: MatrixSend): Promise<GoldenEvent> {
  const [only] = send.files;
  const places = new Map(send.files.map((file) => [file.placeholder, `mxc://ours.example/${file.name}`]));
  const placed = placeFiles(send.content, places);
  const isFile = only !== undefined && send.content['url'] === only.placeholder;
  const content = isFile ? await withFacts(name, placed, only) : placed;
  const { 'm.mentions': mentions, ...rest } = content;
  assert.deepEqual(mentions, {});
  const shown = Object.entries(rest).filter(([key]) => !/mailroom/.test(key));
  return {
    sender: send.sender,
    name: send.senderName,
    content: Object.fromEntries(shown),
    files: send.files.map(({ source: from, placeholder: _place, ...file }) => ({ from: from.kind, ...file })),
  };
}

/** What the sender of files adds once it has looked into them. */
async function withFacts(
  name: string,
  content: Readonly<Record<string, Json>>,
  file: SendFile,
): Promise<Readonly<Record<string, Json>>> {
  if (file.source.kind !== 'part' || !mayBeMedia(file)) return content;
  const stream = await readFile(bytesOf(source(name)), file.source.index);
  assert.ok(stream !== null);
  const bytes = await buffer(stream);
  assert.equal(bytes.length, file.size);
  return withMedia(content, file, await describeMedia(file, bytes), null);
}

async function goldenOf(name: string): Promise<string> {
  const { result, sends } = await sendsOf(name);
  const { kind, subject, warnings } = result.mail;
  const events = await Promise.all(sends.map((send) => eventOf(name, send)));
  const told = [...warnings, ...result.rendered.warnings].map(({ code }) => code);
  const { reaction } = result.rendered.special;
  // The events of a reaction are those of a mail that says more: it has none of them itself.
  const seen = { kind, subject, warnings: told, ...(reaction === null ? {} : { reaction }), events };
  return `${JSON.stringify(seen, null, 2)}\n`;
}

describe('a mail becomes the events that were written down', () => {
  it('at least forty are shown', () => {
    assert.ok(names.length >= 40);
  });
  for (const name of names) {
    it(name, async () => {
      const made = await goldenOf(name);
      const file = new URL(`${name}.json`, folder);
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, made);
      assert.equal(made, readFileSync(file, 'utf8'));
    });
  }
});
