/**
 * What the picture of a ghost shows: initials on a colour. Both come from facts of the person alone, so that the same
 * person looks the same everywhere and nothing is fetched from anybody.
 */
import { addressKey } from '../../mail/address.ts';
import type { Address } from '../../mail/types.ts';
import type { GhostCodec } from '../ids.ts';
import type { UserId } from '../types.ts';

/** A picture; two with the same values are the same picture. */
export interface AvatarFacts {
  /** The bot is a letter; a claim is of a sender whom nobody vouches for. */
  readonly of: 'person' | 'claim' | 'bot';
  /**
   * One or two letters or digits in upper case; '' where a name has none: then it is a head, as where a letter cannot
   * be drawn.
   */
  readonly initials: string;
  /** `#rrggbb`; white letters on it have a contrast of at least 4.5 to 1 (WCAG 2.2, success criterion 1.4.3). */
  readonly colour: string;
}

/**
 * The picture of the bot.
 *
 * @internal Exported for tests that go by its value.
 */
export const BOT_AVATAR: AvatarFacts = { of: 'bot', initials: '', colour: '#1b5e9c' };

/** The pictures of the bot and of each ghost under a name. */
export interface Faces {
  readonly bot: AvatarFacts;
  readonly of: (ghost: UserId, name: string) => AvatarFacts;
}

/**
 * Of somebody whom nobody vouches for: grey, which no person has, since nobody knows who it is.
 *
 * @internal Exported for tests that go by its value.
 */
export const CLAIM_AVATAR: AvatarFacts = { of: 'claim', initials: '!', colour: '#6b6b6b' };

/** Twelve hues that are told apart, all dark enough for white letters. */
const COLOURS = [
  '#b3261e',
  '#a8480f',
  '#7a5900',
  '#4f6600',
  '#1f6d2c',
  '#00696d',
  '#00639b',
  '#3f51b5',
  '#6a3fb5',
  '#8e2f96',
  '#a8285f',
  '#5d5d66',
] as const;

/** The faces of the users that a codec names. Of a ghost that is named by a hash the id stands in for the address. */
export function facesOf(codec: GhostCodec): Faces {
  return {
    bot: BOT_AVATAR,
    of: (ghost, name) =>
      codec.isClaimed(ghost) ? CLAIM_AVATAR : avatarOf(name, codec.address(ghost) ?? (ghost as string as Address)),
  };
}

/**
 * The picture of somebody by their address and the name that they are shown under.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function avatarOf(name: string, address: Address): AvatarFacts {
  const key = addressKey(address);
  let hash = 0x811c9dc5; // FNV-1a, 32 bits: spread over twelve is all that is asked of it.
  for (const byte of Buffer.from(key, 'utf8')) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  const colour = COLOURS[hash % COLOURS.length] ?? COLOURS[0];
  return { of: 'person', initials: initialsOf(name, address), colour };
}

/**
 * First letters of the first and the last word of a name ("Doe, Jane" is Jane Doe), or of the local part where there is
 * no name.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function initialsOf(name: string, address: Address): string {
  const shown = name.trim() === '' || name.includes('@') ? localPart(name.includes('@') ? name.trim() : address) : name;
  const turned = /^([^,]+),\s*([^,]+)$/u.exec(shown);
  // Longer names are no names of people: what is in brackets is sought in square time.
  const plain = (turned === null ? shown : `${turned[2] ?? ''} ${turned[1] ?? ''}`).slice(0, 300);
  const words = plain
    .replace(/\([^)]*\)|\[[^\]]*\]|"[^"]*"/gu, ' ')
    .split(/[\s._\-+/|:;]+/u)
    .map((word) => /[\p{L}\p{N}]/u.exec(word.normalize('NFC'))?.[0] ?? '')
    .filter((letter) => letter !== '');
  const [first = '', ...rest] = words;
  const letters = `${first}${rest.at(-1) ?? ''}`.toLocaleUpperCase('en');
  return Array.from(letters).slice(0, 2).join('');
}

function localPart(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 0 ? address : address.slice(0, at);
}
