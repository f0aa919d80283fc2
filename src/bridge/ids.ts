/**
 * Every id that Mailroom makes, in one place. Ids are keyed hashes (HMAC-SHA-256, cut to 160 bits, base32 in lower
 * case) of facts that a restored database would find again: account, Message-ID, content hash, event id; never of a
 * sequence. The first input is a constant that keeps the kinds apart. Nobody but this file may take an id apart.
 *
 * The key has versions (`keys.ts`). What is new is made under the current one. An id that is stored stays as it is;
 * what is derived from it once more (a transaction id, an ENVID) is derived under the version that its row names. What
 * is sought by a derived id is sought under every version: such an id is a `Sought`, which is no id until somebody has
 * looked. What strangers bring is read under every version, under a leaked one only for what our rows show.
 *
 * An account has one name inside its ids for ever, whatever key the config has for it (`AccountNames`): what was made
 * before it was renamed is found after it by the same derivation.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { parseAddress } from '../mail/address.ts';
import type { Address, MessageId } from '../mail/types.ts';
import { deriveKeys, onlyKey } from './keys.ts';
import type { DerivedKey, KeyPurpose, KeyVersion } from './keys.ts';
import { tokenKeysOf } from './thread-token.ts';
import type { TokenKeys } from './thread-token.ts';
import type { AccountId, AccountName, EventId, MessageKey, Sought, ThreadId, TxnId, UserId } from './types.ts';
import type { GuestId, GuestPerson } from './guest/guest.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** A mail of ours that something names which only we can make. */
interface OwnMail {
  readonly outgoing: MessageKey;
  /** Somebody else may have the key: that we have such a mail is known by its row, and nothing more. */
  readonly leaked: boolean;
}

/** The names of accounts inside ids, where they are not their keys. */
export type AccountNames = ReadonlyMap<AccountId, string>;

/** The key behind all ids, in all its versions. */
export class IdKey {
  readonly #versions: readonly KeyVersion[];
  readonly #keys: readonly DerivedKey[];
  readonly #current: DerivedKey;
  /** Mails of ours that have a row: a leaked key is believed about these. */
  readonly #rows: ReadonlySet<MessageKey>;
  #names: AccountNames;
  /** For tokens in plus-addresses; an account is named there by `nameOf`. */
  readonly tokenKeys: TokenKeys;

  /**
   * @param keys every version whose secret is known; exactly one is current. Or one secret alone.
   * @param names see `AccountNames`
   * @param rows see `knowing`
   */
  constructor(
    keys: string | readonly KeyVersion[],
    names: AccountNames = new Map(),
    rows: ReadonlySet<MessageKey> = new Set(),
  ) {
    this.#versions = typeof keys === 'string' ? onlyKey(keys) : keys;
    const all = this.#versions.map(deriveKeys);
    const [current, second] = all.filter(({ state }) => state === 'current');
    if (current === undefined || second !== undefined) throw new Error('One version of the key has to be current');
    // The newest first, so that what is made is what is looked for first.
    this.#keys = [current, ...all.filter((one) => one !== current).sort((a, b) => b.version - a.version)];
    this.#current = current;
    this.#rows = rows;
    this.#names = names;
    this.tokenKeys = tokenKeysOf(this.#keys);
  }

  /** The version under which new things are made. */
  get version(): number {
    return this.#current.version;
  }

  /**
   * The names of accounts are these from now on: of accounts that came since. Of those that were there none changes.
   */
  learnNames(names: AccountNames): void {
    this.#names = names;
  }

  /** What an account is called inside its ids. */
  nameOf(account: AccountId): AccountName {
    return (this.#names.get(account) ?? account) as AccountName;
  }

  /** Whether any version is leaked: then `doubtful` may name something, and rows are asked for. */
  get hasLeaked(): boolean {
    return this.#keys.some(({ state }) => state === 'leaked');
  }

  /** The same keys for somebody who has seen that these mails of ours have rows. */
  knowing(rows: ReadonlySet<MessageKey>): IdKey {
    return rows.size === 0 ? this : new IdKey(this.#versions, this.#names, rows);
  }

  /** The id of a thread: by the account and the mail that opened it. */
  thread(account: AccountId, root: MessageId, contentHash: string): Sought<ThreadId> {
    return this.#sought('thread', this.nameOf(account), root, contentHash);
  }

  /** The id of a thread that somebody parts from another (`!mail split`), by the event or the request that says so. */
  split(account: AccountId, root: MessageId, by: string): ThreadId {
    return this.#hash('ids', 'thread', this.nameOf(account), root, `split ${by}`) as ThreadId;
  }

  /** The id of a thread that people begin: by the event or the room that began it, or the request of an operator. */
  begun(account: AccountId, by: string): Sought<ThreadId> {
    return this.#sought('begun', this.nameOf(account), by);
  }

  /**
   * The id of a mail that came in: Message-ID **and** content hash, so that a forged copy of an id is another message.
   */
  message(account: AccountId, messageId: MessageId, contentHash: string): Sought<MessageKey> {
    return this.#sought('message', this.nameOf(account), messageId, contentHash);
  }

  /** The id of a mail of ours: by the first event that is in it. */
  outgoing(account: AccountId, firstEvent: EventId): MessageKey {
    return this.#hash('ids', 'outgoing', this.nameOf(account), firstEvent) as MessageKey;
  }

  /** The id of a mail that Mailroom writes by itself: by the fact that it tells, and what it is for. */
  notice(account: AccountId, of: string, purpose: string): Sought<MessageKey> {
    return this.#sought('notice', this.nameOf(account), of, purpose);
  }

  /** The id of a thread that gathers mails of many: all of a list (by its List-Id), or what needs no answer. */
  gathering(account: AccountId, kind: 'list' | 'digest', list: string): Sought<ThreadId> {
    return this.#sought('gathering', this.nameOf(account), kind, list);
  }

  /** The id of an import: by what it reads, and how it is to look. */
  importing(account: AccountId, ...what: readonly string[]): Sought<string> {
    return this.#sought('import', this.nameOf(account), ...what);
  }

  /** The id of the thread of a room that an import fills: by what begins it (a mail's SHA-256, a folder, a list). */
  importedThread(importing: string, kind: 'space' | 'thread' | 'folder' | 'list', by: string): ThreadId {
    return this.#hash('ids', 'imported', importing, kind, by) as ThreadId;
  }

  /** The id of something that we send to Matrix, and the echo key in its content. `purpose` is unique below `of`. */
  send(of: string, purpose: string, version = this.version): string {
    return hash(this.#of(version), 'ids', 'send', of, purpose);
  }

  /** What `send` gives under every version. */
  sends(of: string, purpose: string): Sought<string> {
    return this.#sought('send', of, purpose);
  }

  /**
   * A Matrix transaction id. The sender is part of it: without a device Synapse keys by path and appservice only.
   *
   * @param version of the key, as the row of what is sent names it: another version would be another event
   */
  txn(send: string, sender: UserId, version: number): TxnId {
    return hash(this.#of(version), 'transaction-id', 'txn', send, sender) as TxnId;
  }

  /** Localpart of the alias of a thread's room; `generation` counts successors of lost rooms. */
  threadAlias(thread: ThreadId, generation: number): string {
    return generation === 0 ? `mailroom_${thread}` : `mailroom_${thread}_${String(generation)}`;
  }

  /** Localpart of the alias of an account's own room. */
  accountAlias(account: AccountId, kind: 'space' | 'lobby' | 'inbox', generation: number): Sought<string> {
    const { make, known } = this.#sought('account', this.nameOf(account), kind);
    const end = generation === 0 ? '' : `_${String(generation)}`;
    const alias = (id: string) => `mailroom_${kind}_${id}${end}`;
    return { make: alias(make), known: known.map(alias) };
  }

  /** The Message-ID of a mail of ours: keyed, so that a reference to it proves that the writer has seen it. */
  ownMessageId(outgoing: MessageKey, domain: string): MessageId {
    return `<${outgoing}.${messageIdMac(this.#current, outgoing)}@${domain}>` as MessageId;
  }

  /** Whether a Message-ID is one of ours: true only for what `ownMessageId` made, see `readOwnMessageId`. */
  isOwnMessageId(id: MessageId): boolean {
    return this.readOwnMessageId(id) !== null;
  }

  /** Whether any version of the key made a Message-ID, a leaked one too, and whatever rows are known. */
  mayBeOwnMessageId(id: MessageId): boolean {
    return this.#readMessageId(id) !== null;
  }

  /**
   * The mail of ours that a Message-ID names; null for what `ownMessageId` did not make with one of the keys, and for
   * what a leaked one made where no row is known (`knowing`).
   */
  readOwnMessageId(id: MessageId): OwnMail | null {
    return this.#believed(this.#readMessageId(id));
  }

  /** ENVID of a mail of ours (RFC 3461 section 4.4): only servers on its way see it, and what bounces names it. */
  envelopeId(outgoing: MessageKey, version: number): string {
    return `${outgoing}.${hash(this.#of(version), 'envelope-id', 'envelope-id', outgoing)}`;
  }

  /** The mail of ours that an ENVID names, as `readOwnMessageId`. */
  readEnvelopeId(value: string): OwnMail | null {
    return this.#believed(this.#readEnvelopeId(value));
  }

  /** What stands in the return path of one recipient's copy of a mail of ours; nobody else's servers see it. */
  returnToken(outgoing: MessageKey, recipient: string): string {
    return this.#hash('return-path', 'return-path', outgoing, recipient).slice(0, 26);
  }

  /** Value of the header by which a copy of our own mail is known even where the server changed its Message-ID. */
  ownHeader(outgoing: MessageKey): string {
    return `${outgoing} ${this.#hash('own-header', 'own-header', outgoing)}`;
  }

  /** The mail of ours that a header value names, as `readOwnMessageId`. */
  readOwnHeader(value: string): OwnMail | null {
    return this.#believed(this.#readOwnHeader(value));
  }

  /**
   * The mails of ours that these values name under a leaked key alone: whoever reads the values asks for their rows
   * first, and says by `knowing` which there are. At most 100.
   */
  doubtful(values: {
    readonly messageIds: readonly MessageId[];
    readonly envelopeIds: readonly string[];
    readonly ownHeaders: readonly string[];
  }): MessageKey[] {
    if (!this.hasLeaked) return [];
    const found = [
      ...values.messageIds.map((id) => this.#readMessageId(id)),
      ...values.envelopeIds.map((id) => this.#readEnvelopeId(id)),
      ...values.ownHeaders.map((value) => this.#readOwnHeader(value)),
    ];
    return [...new Set(found.flatMap((one) => (one?.leaked === true ? [one.outgoing] : [])))].slice(0, 100);
  }

  /** What proves that a mail is a probe of an address, `bridge/delivery/probe.ts`. */
  probe(account: AccountId, key: string, nonce: string): string {
    return this.#hash('probe', 'fingerprint', 'probe', this.nameOf(account), key, nonce);
  }

  /** Whether a probe is one of ours. There is no row of it: a leaked key proves nothing. */
  isProbe(proof: string, account: AccountId, key: string, nonce: string): boolean {
    return this.#keys.some(
      (each) =>
        each.state !== 'leaked' &&
        equal(hash(each, 'probe', 'fingerprint', 'probe', this.nameOf(account), key, nonce), proof),
    );
  }

  /**
   * The names of an account in hop headers: 12 characters each, the first is the one that we write. A name of any
   * version is ours: who forges one stops their own mail only.
   */
  hops(account: AccountId): Sought<string> {
    const names = this.#keys.map((each) => hash(each, 'hop', 'fingerprint', 'hop', this.nameOf(account)).slice(0, 12));
    return { make: names[0] ?? '', known: names };
  }

  /** By what a login that was refused is known again. */
  login(...parts: readonly string[]): Sought<string> {
    const all = this.#keys.map((each) => hash(each, 'login', 'fingerprint', ...parts));
    return { make: all[0] ?? '', known: all };
  }

  /**
   * By what something that was erased is known again: the Message-ID of a mail, the SHA-256 of its bytes (hex), the key
   * of an address, a thread.
   */
  erased(account: AccountId, kind: 'id' | 'bytes' | 'address' | 'thread', of: string): Sought<string> {
    const all = this.#keys.map((each) => hash(each, 'erasure', 'erased', this.nameOf(account), kind, of));
    return { make: all[0] ?? '', known: all };
  }

  /** The id of a guest in the room of a thread; `key`: of their address. */
  guest(thread: ThreadId, key: string): GuestId {
    return this.#hash('ids', 'guest', thread, key) as GuestId;
  }

  /** By what a person is known in all rooms, and again after an erasure of their address. */
  guestPerson(key: string): Sought<GuestPerson> {
    const all = this.#keys.map((each) => hash(each, 'guest-person', 'guest-person', key) as GuestPerson);
    return { make: all[0] ?? ('' as GuestPerson), known: all };
  }

  /** What stands in a link by which a guest ends the mails to them. It tells nothing, and nobody else can make it. */
  guestLink(guest: GuestId): string {
    return `${guest}.${this.#hash('guest-link', 'guest-link', guest)}`;
  }

  /** The guest whose link it is; null for what was not made with a key. A leaked one counts: it only takes away. */
  readGuestLink(link: string): GuestId | null {
    const match = /^([a-z2-7]{32})\.([a-z2-7]{32})$/.exec(link);
    const [, guest = '', mac = ''] = match ?? [];
    const isOurs = this.#keys.some((each) => equal(hash(each, 'guest-link', 'guest-link', guest), mac));
    return match !== null && isOurs ? (guest as GuestId) : null;
  }

  #of(version: number): DerivedKey {
    const known = this.#keys.find((one) => one.version === version);
    if (known === undefined) throw new Error(`Nothing is known of version ${String(version)} of the key`);
    return known;
  }

  #hash(purpose: KeyPurpose, ...parts: readonly [kind: string, ...string[]]): string {
    return hash(this.#current, purpose, ...parts);
  }

  #sought<Id extends string>(...parts: readonly [kind: string, ...string[]]): Sought<Id> {
    const known = this.#keys.map((each) => hash(each, 'ids', ...parts) as Id);
    return { make: hash(this.#current, 'ids', ...parts) as Id, known };
  }

  #believed(read: OwnMail | null): OwnMail | null {
    return read === null || (read.leaked && !this.#rows.has(read.outgoing)) ? null : read;
  }

  #readMessageId(id: MessageId): OwnMail | null {
    const match = /^<([a-z2-7]{32})\.([a-z2-7]{16})@[^>]*>$/.exec(id);
    return match === null ? null : this.#read(match[1], match[2], messageIdMac);
  }

  #readEnvelopeId(value: string): OwnMail | null {
    const [outgoing, mac] = value.trim().toLowerCase().split('.');
    return this.#read(outgoing, mac, (key, of) => hash(key, 'envelope-id', 'envelope-id', of));
  }

  #readOwnHeader(value: string): OwnMail | null {
    const [outgoing, mac] = value.trim().split(/\s+/);
    return this.#read(outgoing, mac, (key, of) => hash(key, 'own-header', 'own-header', of));
  }

  /** A key that is not leaked says more than one that is. */
  #read(
    outgoing: string | undefined,
    mac: string | undefined,
    expected: (key: DerivedKey, of: string) => string,
  ): OwnMail | null {
    if (outgoing === undefined || mac === undefined) return null;
    const made = this.#keys.filter((key) => equal(expected(key, outgoing), mac));
    if (made.length === 0) return null;
    return { outgoing: outgoing as MessageKey, leaked: made.every(({ state }) => state === 'leaked') };
  }
}

function messageIdMac(key: DerivedKey, outgoing: string): string {
  return hash(key, 'message-id', 'message-id', outgoing).slice(0, 16);
}

function hash(key: DerivedKey, purpose: KeyPurpose, ...parts: readonly string[]): string {
  const mac = createHmac('sha256', key.keys[purpose]);
  for (const part of parts) {
    const bytes = Buffer.from(part, 'utf8');
    mac.update(`${String(bytes.length)}:`).update(bytes);
  }
  return base32(mac.digest().subarray(0, 20));
}

/** The key in the content of each event that Mailroom sends; its value is the id of the send. */
export const ECHO_KEY = 'org.mailroom.send';

function equal(expected: string, given: string): boolean {
  const a = Buffer.from(expected);
  const b = Buffer.from(given);
  return a.length === b.length && timingSafeEqual(a, b);
}

function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((value >>> bits) & 31);
      value &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + ALPHABET.charAt((value << (5 - bits)) & 31) : text;
}

const USER_ID_MAX = 255;

/**
 * Ghost user ids: the address in lower case, with what a localpart cannot hold escaped as `=xx` (spec, user
 * identifiers).
 */
export class GhostCodec {
  readonly #prefix: string;
  readonly #domain: string;
  readonly #bot: UserId;

  constructor(options: { readonly prefix: string; readonly domain: string; readonly bot: string }) {
    this.#prefix = options.prefix;
    this.#domain = options.domain;
    this.#bot = `@${options.bot}:${options.domain}` as UserId;
  }

  get bot(): UserId {
    return this.#bot;
  }

  get domain(): string {
    return this.#domain;
  }

  /** The send that the content of an event names as the one that it echoes; null for none. Anybody may write that. */
  echoOf(content: unknown): string | null {
    const key = typeof content === 'object' && content !== null && ECHO_KEY in content ? content[ECHO_KEY] : null;
    return typeof key === 'string' && key !== '' && !key.includes('\0') ? key : null;
  }

  /**
   * The ghost of an address. Addresses too long for a user id (255 bytes) are named by a hash; the table `ghosts` knows
   * them.
   */
  ghost(address: Address): UserId {
    return this.#user(address, '');
  }

  /**
   * The ghost of an address that somebody claims and has not shown to have: another user, so that what it says is never
   * said by the person's own ghost, whatever a client remembers of either. `address` gives null for it.
   */
  claimed(address: Address): UserId {
    return this.#user(address, '=claimed=');
  }

  #user(address: Address, mark: string): UserId {
    const plain = address.toLowerCase();
    let escaped = '';
    for (const byte of Buffer.from(plain, 'utf8')) {
      const char = String.fromCharCode(byte);
      escaped += /[a-z0-9._\-/]/.test(char) ? char : `=${byte.toString(16).padStart(2, '0')}`;
    }
    const id = `@${this.#prefix}${mark}${escaped}:${this.#domain}`;
    if (Buffer.byteLength(id) <= USER_ID_MAX) return id as UserId;
    const hash = base32(createHash('sha256').update(plain).digest().subarray(0, 20));
    return `@${this.#prefix}${mark}=long=${hash}:${this.#domain}` as UserId;
  }

  /**
   * The address of a ghost, where its id is exactly the one that `ghost` gives to this address: anybody can write an
   * id of our namespace, and most that can be written are of no address. Null for all others, and for ghosts that are
   * named by a hash.
   */
  address(user: UserId): Address | null {
    const start = `@${this.#prefix}`;
    const end = `:${this.#domain}`;
    if (!user.startsWith(start) || !user.endsWith(end)) return null;
    const local = user.slice(start.length, -end.length);
    if (!/^(?:[a-z0-9._\-/]|=[0-9a-f]{2})+$/.test(local)) return null;
    const bytes = local.replace(/=([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    const address = parseAddress(Buffer.from(bytes, 'latin1').toString('utf8'));
    return address !== null && this.ghost(address) === user ? address : null;
  }

  isGhost(user: string): boolean {
    return user.startsWith(`@${this.#prefix}`) && user.endsWith(`:${this.#domain}`);
  }

  /** Whether a ghost is one of `claimed`. */
  isClaimed(user: UserId): boolean {
    return user.startsWith(`@${this.#prefix}=claimed=`) && this.isGhost(user);
  }

  /** Whether a user is the bot or a ghost: what they say is an echo or nothing, never mail. */
  isOwn(user: string): boolean {
    return user === this.#bot || this.isGhost(user);
  }
}
