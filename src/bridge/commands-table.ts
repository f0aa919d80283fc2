/**
 * All commands. A command is a row here, a handler in `jobs/command-NAME.ts`, what the help says of it in the catalogue of
 * words, and cases in `test/golden/commands-cases.ts`.
 */
import type { CommandWords } from '../mail/words-commands.ts';
import type { Capability } from './permissions.ts';

export type CommandName = keyof CommandWords['help'];

/** thread: the room of a conversation. management: a direct chat with the bot, where commands have no prefix. */
export type CommandPlace = 'thread' | 'lobby' | 'inbox' | 'management';

export interface CommandSpec {
  readonly name: CommandName;
  /** How its arguments are written, '' for none. */
  readonly args: string;
  /** Fewest and most arguments, separated by white space. */
  readonly takes: readonly [least: number, most: number];
  /** What whoever uses it must be allowed to do. */
  readonly needs: Capability;
  readonly where: readonly CommandPlace[];
  /** As one would type it after `!mail`. */
  readonly example: string;
}

const EVERYWHERE: readonly CommandPlace[] = ['thread', 'lobby', 'inbox', 'management'];
const THREAD: readonly CommandPlace[] = ['thread'];
/** Rooms of one account. */
const WITH_MAIL: readonly CommandPlace[] = ['thread', 'lobby', 'inbox'];
const TEAM_ROOMS: readonly CommandPlace[] = ['lobby', 'inbox', 'management'];

/** In the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [
  { name: 'help', args: '[COMMAND]', takes: [0, 1], needs: 'read', where: EVERYWHERE, example: 'help status' },
  {
    name: 'to',
    args: '[+ADDRESS|-ADDRESS|ADDRESS …]',
    takes: [0, 200],
    needs: 'read',
    where: THREAD,
    example: 'to +bob@example.org',
  },
  {
    name: 'cc',
    args: '[+ADDRESS|-ADDRESS|ADDRESS …]',
    takes: [0, 200],
    needs: 'read',
    where: THREAD,
    example: 'cc +bob@example.org -carol@example.org',
  },
  {
    name: 'bcc',
    args: '[+ADDRESS|-ADDRESS|ADDRESS …]',
    takes: [0, 200],
    needs: 'read',
    where: THREAD,
    example: 'bcc bob@example.org',
  },
  { name: 'from', args: '[ADDRESS]', takes: [0, 1], needs: 'read', where: THREAD, example: 'from help@example.org' },
  { name: 'subject', args: '[TEXT]', takes: [0, 100], needs: 'read', where: THREAD, example: 'subject Broken lamp' },
  {
    name: 'reply-to-sender',
    args: '[off]',
    takes: [0, 1],
    needs: 'answer',
    where: THREAD,
    example: 'reply-to-sender',
  },
  {
    name: 'compose',
    args: '[to: ADDRESS, cc: ADDRESS, subject: TEXT, account: ACCOUNT]',
    takes: [0, 10_000],
    needs: 'compose',
    // In the room of a conversation the answers to its questions would be mail.
    where: TEAM_ROOMS,
    example: 'compose to: bob@example.org, subject: Broken lamp',
  },
  { name: 'cancel', args: '', takes: [0, 0], needs: 'read', where: TEAM_ROOMS, example: 'cancel' },
  { name: 'status', args: '', takes: [0, 0], needs: 'read', where: ['thread', 'lobby', 'inbox'], example: 'status' },
  {
    name: 'list',
    args: '[all|mine|unclaimed|us|them|snoozed|done] [ACCOUNT] [PAGE]',
    takes: [0, 3],
    needs: 'source',
    where: EVERYWHERE,
    example: 'list unclaimed 2',
  },
  { name: 'claim', args: '', takes: [0, 0], needs: 'answer', where: THREAD, example: 'claim' },
  { name: 'unclaim', args: '', takes: [0, 0], needs: 'answer', where: THREAD, example: 'unclaim' },
  { name: 'assign', args: 'USER', takes: [1, 10], needs: 'answer', where: THREAD, example: 'assign @ada:example.org' },
  { name: 'done', args: '', takes: [0, 0], needs: 'answer', where: THREAD, example: 'done' },
  { name: 'reopen', args: '', takes: [0, 0], needs: 'answer', where: THREAD, example: 'reopen' },
  { name: 'snooze', args: '4h|3d|DATE', takes: [1, 2], needs: 'answer', where: THREAD, example: 'snooze 3d' },
  { name: 'retry', args: '', takes: [0, 0], needs: 'answer', where: THREAD, example: 'retry' },
  {
    name: 'unpause',
    args: 'ADDRESS',
    takes: [1, 1],
    needs: 'answer',
    where: ['thread', 'lobby', 'inbox'],
    example: 'unpause bob@example.org',
  },
  { name: 'source', args: '', takes: [0, 0], needs: 'source', where: THREAD, example: 'source' },
  { name: 'why', args: '', takes: [0, 0], needs: 'source', where: THREAD, example: 'why' },
  { name: 'move', args: 'ROOM', takes: [1, 40], needs: 'release', where: THREAD, example: 'move #room:example.org' },
  { name: 'split', args: '', takes: [0, 0], needs: 'release', where: THREAD, example: 'split' },
  { name: 'merge', args: 'ROOM', takes: [1, 40], needs: 'release', where: THREAD, example: 'merge #room:example.org' },
  { name: 'accept', args: '', takes: [0, 0], needs: 'release', where: ['lobby'], example: 'accept' },
  { name: 'refuse', args: '', takes: [0, 0], needs: 'release', where: ['lobby'], example: 'refuse' },
  {
    name: 'block',
    args: '[PATTERN] [here|account]',
    takes: [0, 2],
    needs: 'release',
    where: WITH_MAIL,
    example: 'block news*@example.org',
  },
  {
    name: 'allow',
    args: '[PATTERN] [here|account]',
    takes: [0, 2],
    needs: 'release',
    where: WITH_MAIL,
    example: 'allow *.example.org here',
  },
  { name: 'rules', args: '[drop PATTERN]', takes: [0, 2], needs: 'release', where: WITH_MAIL, example: 'rules' },
  { name: 'entry', args: '[open|asked]', takes: [0, 1], needs: 'release', where: THREAD, example: 'entry open' },
  { name: 'brake', args: '[reset]', takes: [0, 1], needs: 'release', where: WITH_MAIL, example: 'brake reset' },
  { name: 'breaker', args: '[reset]', takes: [0, 1], needs: 'release', where: WITH_MAIL, example: 'breaker reset' },
  { name: 'accounts', args: '', takes: [0, 0], needs: 'source', where: TEAM_ROOMS, example: 'accounts' },
  { name: 'queue', args: '[ACCOUNT]', takes: [0, 1], needs: 'source', where: TEAM_ROOMS, example: 'queue support' },
  {
    name: 'quarantine',
    args: '[ACCOUNT] [show|retry NUMBER]',
    takes: [0, 3],
    needs: 'source',
    where: TEAM_ROOMS,
    example: 'quarantine retry 12',
  },
  { name: 'language', args: '[en|de|fr]', takes: [0, 1], needs: 'read', where: EVERYWHERE, example: 'language de' },
];
