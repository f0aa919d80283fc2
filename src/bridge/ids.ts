/**
 * Every id that Mailroom makes, in one place. Ids are keyed hashes (HMAC-SHA-256, cut to 160 bits, base32 in lower case) of
 * facts that a restored database would find again: account, Message-ID, content hash, event id; never of a sequence. The
 * first input is a constant that keeps the kinds apart. Nobody but this file may take an id apart.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Address, MessageId } from '../mail/types.ts';
import type { TokenKeys } from './thread-token.ts';
import type { AccountId, EventId, MessageKey, ThreadId, TxnId, UserId } from './types.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** The key behind all ids; made once from the configured secret. */
export class IdKey {
  readonly #secret: string;
  /** For tokens in plus-addresses. */
  readonly tokenKeys: TokenKeys;

  /** @param old secrets of before; their tokens are still read, and nothing is made with them */
  constructor(secret: string, old: readonly string[] = []) {
    this.#secret = secret;
    const current = tokenVersion(secret);
    this.tokenKeys = {
      current,
      secrets: new Map([...old.map((one) => [tokenVersion(one), one] as const), [current, secret]]),
    };
  }

  /** The id of a thread: by the account and the mail that opened it. */
  thread(account: AccountId, root: MessageId, contentHash: string): ThreadId {
    return this.#hash('thread', account, root, contentHash) as ThreadId;
  }

  /** The id of a thread that people begin: by the event or the room that began it, or the request of an operator. */
  begun(account: AccountId, by: string): ThreadId {
    return this.#hash('begun', account, by) as ThreadId;
  }

  /** The id of a mail that came in: Message-ID **and** content hash, so that a forged copy of an id is another message. */
  message(account: AccountId, messageId: MessageId, contentHash: string): MessageKey {
    return this.#hash('message', account, messageId, contentHash) as MessageKey;
  }

  /** The id of a mail of ours: by the first event that is in it. */
  outgoing(account: AccountId, firstEvent: EventId): MessageKey {
    return this.#hash('outgoing', account, firstEvent) as MessageKey;
  }

  /** The id of a mail that Mailroom writes by itself: by the fact that it tells, and what it is for. */
  notice(account: AccountId, of: string, purpose: string): MessageKey {
    return this.#hash('notice', account, of, purpose) as MessageKey;
  }

  /** The id of a thread that gathers mails of many: all of a list (by its List-Id), or what needs no answer. */
  gathering(account: AccountId, kind: 'list' | 'digest', list: string): ThreadId {
    return this.#hash('gathering', account, kind, list) as ThreadId;
  }

  /** The id of something that we send to Matrix, and the echo key in its content. `purpose` is unique below `of`. */
  send(of: string, purpose: string): string {
    return this.#hash('send', of, purpose);
  }

  /** A Matrix transaction id. The sender is part of it: without a device Synapse keys by path and appservice only. */
  txn(send: string, sender: UserId): TxnId {
    return this.#hash('txn', send, sender) as TxnId;
  }

  /** Localpart of the alias of a thread's room; `generation` counts successors of lost rooms. */
  threadAlias(thread: ThreadId, generation: number): string {
    return generation === 0 ? `mailroom_${thread}` : `mailroom_${thread}_${String(generation)}`;
  }

  /** Localpart of the alias of an account's own room. */
  accountAlias(account: AccountId, kind: 'space' | 'lobby' | 'inbox', generation: number): string {
    const id = this.#hash('account', account, kind);
    return generation === 0 ? `mailroom_${kind}_${id}` : `mailroom_${kind}_${id}_${String(generation)}`;
  }

  /** The Message-ID of a mail of ours: keyed, so that a reference to it proves that the writer has seen it. */
  ownMessageId(outgoing: MessageKey, domain: string): MessageId {
    return `<${outgoing}.${this.#hash('message-id', outgoing).slice(0, 16)}@${domain}>` as MessageId;
  }

  /** Whether a Message-ID is one of ours; true only for what `ownMessageId` made with this key. */
  isOwnMessageId(id: MessageId): boolean {
    const match = /^<([a-z2-7]{32})\.([a-z2-7]{16})@[^>]*>$/.exec(id);
    if (match === null) return false;
    return equal(this.#hash('message-id', match[1] ?? '').slice(0, 16), match[2] ?? '');
  }

  /** The mail of ours that a Message-ID names; null for what `ownMessageId` did not make with this key. */
  readOwnMessageId(id: MessageId): MessageKey | null {
    return this.isOwnMessageId(id) ? (id.slice(1, id.indexOf('.')) as MessageKey) : null;
  }

  /** ENVID of a mail of ours (RFC 3461 section 4.4): only servers on its way see it, and what bounces names it. */
  envelopeId(outgoing: MessageKey): string {
    return `${outgoing}.${this.#hash('envelope-id', outgoing)}`;
  }

  /** The mail of ours that an ENVID names, null where it was not made with this key. */
  readEnvelopeId(value: string): MessageKey | null {
    const [outgoing, mac] = value.trim().toLowerCase().split('.');
    if (outgoing === undefined || mac === undefined) return null;
    return equal(this.#hash('envelope-id', outgoing), mac) ? (outgoing as MessageKey) : null;
  }

  /** What stands in the return path of one recipient's copy of a mail of ours; nobody else's servers see it. */
  returnToken(outgoing: MessageKey, recipient: string): string {
    return this.#hash('return-path', outgoing, recipient).slice(0, 26);
  }

  /** Value of the header by which a copy of our own mail is known even where the server changed its Message-ID. */
  ownHeader(outgoing: MessageKey): string {
    return `${outgoing} ${this.#hash('own-header', outgoing)}`;
  }

  /** The mail of ours that a header value names, or null where the value was not made with this key. */
  readOwnHeader(value: string): MessageKey | null {
    const [outgoing, mac] = value.trim().split(/\s+/);
    if (outgoing === undefined || mac === undefined) return null;
    return equal(this.#hash('own-header', outgoing), mac) ? (outgoing as MessageKey) : null;
  }

  /** A fingerprint of a secret that may be stored. */
  fingerprint(...parts: readonly string[]): string {
    return this.#hash('fingerprint', ...parts);
  }

  #hash(kind: string, ...parts: readonly string[]): string {
    const mac = createHmac('sha256', this.#secret);
    for (const part of [kind, ...parts]) {
      const bytes = Buffer.from(part, 'utf8');
      mac.update(`${String(bytes.length)}:`).update(bytes);
    }
    return base32(mac.digest().subarray(0, 20));
  }
}

/** The name of the header of `ownHeader`. */
export const OWN_HEADER = 'X-Mailroom-Id';

/** The key in the content of each event that Mailroom sends; its value is the id of the send. */
export const ECHO_KEY = 'org.mailroom.send';

/** The letter by which a token says which secret made it. Two of a few secrets rarely share one (1 in 26); the current one wins then. */
export function tokenVersion(secret: string): string {
  return ALPHABET.charAt((createHmac('sha256', secret).update('token-version').digest()[0] ?? 0) % 26);
}

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

/** Ghost user ids: the address in lower case, with what a localpart cannot hold escaped as `=xx` (spec, user identifiers). */
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

  /** The ghost of an address. Addresses too long for a user id (255 bytes) are named by a hash; the table `ghosts` knows them. */
  ghost(address: Address): UserId {
    return this.#user(address, '');
  }

  /**
   * The ghost of an address that somebody claims and has not shown to have: another user, so that what it says is never said by the
   * person's own ghost, whatever a client remembers of either. `address` gives null for it.
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

  /** The address of a ghost; null for everybody else and for ghosts that are named by a hash. */
  address(user: UserId): Address | null {
    const start = `@${this.#prefix}`;
    const end = `:${this.#domain}`;
    if (!user.startsWith(start) || !user.endsWith(end)) return null;
    const local = user.slice(start.length, -end.length);
    if (!/^(?:[a-z0-9._\-/]|=[0-9a-f]{2})+$/.test(local)) return null;
    const bytes = local.replace(/=([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8') as Address;
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
