/**
 * What a command is as far as its words go: how it is written, who may use it and where. What it does stands beside
 * that, in `commands/`.
 */
import type { Capability } from '../account/permissions.ts';
import type { VariantOf } from '../../words/words.ts';
import type { ReadCommand } from '../from-matrix/content.ts';

/** The names of all commands: each has a text `help-NAME` that the help says of it. */
type CommandName = VariantOf<'help-'>;

/** thread: the room of a conversation. management: a direct chat with the bot, where commands have no prefix. */
export type CommandPlace = 'thread' | 'lobby' | 'inbox' | 'management';

/** All places, in the order in which they are named. */
export const EVERYWHERE = ['thread', 'lobby', 'inbox', 'management'] as const satisfies readonly CommandPlace[];
/** The rooms of one account. */
export const ACCOUNT_ROOMS = ['thread', 'lobby', 'inbox'] as const satisfies readonly CommandPlace[];
/** Where what is said is not mailed. */
export const TEAM_ROOMS = ['lobby', 'inbox', 'management'] as const satisfies readonly CommandPlace[];

/**
 * What a use of a command concerns. asker: nobody but whoever asks. thread: the conversation in whose room it is said.
 * account: all of an account. process: all accounts. Power over a room gives only what concerns its conversation; the
 * rest needs the config's word.
 */
export type CommandScope = 'asker' | 'thread' | 'account' | 'process';

/** Whether what concerns this needs the config's word, so that power over a room does not give it. */
export function needsConfig(scope: CommandScope): boolean {
  return scope === 'account' || scope === 'process';
}

/** A conversation with the bot that shows what a command answers; the golden answers are made of these. */
export interface CommandExample {
  /** What a moderator writes after the prefix, one after the other. */
  readonly says: readonly string[];
  /** Else the command's first place. */
  readonly where?: CommandPlace;
  /** Whether it is written as a reply to the mail of the conversation. */
  readonly reply?: boolean;
  /** What has happened before. */
  readonly given?: 'a mail in quarantine';
}

export interface CommandSpec {
  readonly name: CommandName;
  /** Place in the help: the lower comes first. Steps of ten leave room between two. */
  readonly order: number;
  /** How its arguments are written, '' for none. */
  readonly args: string;
  /** Fewest and most arguments, separated by white space. */
  readonly takes: readonly [least: number, most: number];
  /** What whoever uses it must be allowed to do. */
  readonly needs: Capability;
  /** What its uses can concern, the narrowest first. */
  readonly scopes: readonly CommandScope[];
  /** What one use concerns. */
  readonly scopeOf: (given: ReadCommand, place: CommandPlace) => CommandScope;
  readonly where: readonly CommandPlace[];
  /** As one would type it after `!mail`. */
  readonly example: string;
  /** Further uses. Without arguments, with its example and with its help it is shown anyway. */
  readonly examples: readonly CommandExample[];
}
