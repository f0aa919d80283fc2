/**
 * The import law: whom each folder of src/ may know. `eslint.config.js` and `imports.ts` read it, and the table in
 * docs/design.md says the same. What is not listed is forbidden.
 */

export interface FolderLaw {
  /** Below src/: a folder with all that is in it, or one file. */
  readonly folder: string;
  /** What it is, as the table in docs/design.md says it. */
  readonly is: string;
  /** What of ours it may use: folders, or single files. */
  readonly mayKnow: readonly string[] | 'everything';
  /** What it may know the types of, and nothing else. */
  readonly typesOf?: readonly string[];
  /** Values in, values out: no database, network, file system or log. */
  readonly pure?: true;
}

/** Pure readers of text, for whoever reads what strangers write. */
const TEXT = ['base/trim.ts', 'base/wire-text.ts'] as const;

/** What every folder may know that carries a mail or an event from step to step. */
const PATHS = ['base', 'words', 'mail', 'bridge', 'queue', 'db', 'handling'] as const;

export const law: readonly FolderLaw[] = [
  { folder: 'base', is: 'errors, the log, memory: no idea of mail or Matrix', mayKnow: [] },
  { folder: 'words', is: 'what is said to people, and in which language', mayKnow: [], pure: true },
  { folder: 'mail', is: 'what a mail is', mayKnow: ['base/errors.ts', ...TEXT, 'words'], pure: true },
  { folder: 'sandbox', is: 'child processes behind walls, for what reads bytes of strangers', mayKnow: ['base'] },
  {
    folder: 'parser',
    is: 'children that run `mail/` under bounds',
    mayKnow: ['mail', 'sandbox'],
    typesOf: ['words'],
  },
  { folder: 'thumbnail', is: 'a child that makes thumbnails', mayKnow: ['base', 'sandbox'] },
  {
    folder: 'bridge',
    is: 'what a mail means in Matrix, and back',
    mayKnow: ['base/nearest.ts', ...TEXT, 'words', 'mail'],
    pure: true,
  },
  {
    folder: 'config',
    is: 'the config: a section a file, and what is wrong with it',
    mayKnow: ['base', 'words', 'mail', 'bridge'],
  },
  { folder: 'queue', is: 'claims, order, heartbeats: no idea of mail or Matrix', mayKnow: ['base'] },
  { folder: 'http', is: 'the listener under all that is asked by HTTP', mayKnow: [] },
  {
    folder: 'secrets',
    is: 'passwords and tokens sealed, and the file of the key',
    mayKnow: ['base'],
    typesOf: ['bridge'],
  },
  {
    folder: 'db',
    is: 'the tables',
    mayKnow: ['base', 'queue', 'secrets'],
    typesOf: ['words', 'mail', 'bridge', 'config'],
  },
  {
    folder: 'imap',
    is: 'a shell: mailboxes',
    mayKnow: ['base', 'db', 'bridge/relay/login-refusal.ts'],
    typesOf: ['bridge'],
  },
  { folder: 'logins', is: 'logins without a password', mayKnow: ['base'] },
  { folder: 'smtp', is: 'a shell: the relay', mayKnow: ['base'], typesOf: ['mail'] },
  {
    folder: 'avatars',
    is: 'a child that paints the pictures of ghosts',
    mayKnow: ['base', 'sandbox'],
    typesOf: ['bridge'],
  },
  {
    folder: 'matrix',
    is: 'a shell: the homeserver',
    mayKnow: ['base', 'db', 'http', 'avatars'],
    typesOf: ['mail', 'bridge'],
  },
  {
    folder: 'handling',
    is: 'what the paths of mails and events share',
    mayKnow: ['base', 'words', 'mail', 'bridge', 'db', 'matrix'],
    typesOf: ['queue'],
  },
  { folder: 'rooms', is: 'rooms, ghosts and sends', mayKnow: [...PATHS, 'matrix', 'parser'], typesOf: ['thumbnail'] },
  { folder: 'outgoing', is: 'the path of a mail of ours', mayKnow: PATHS, typesOf: ['imap', 'parser', 'smtp'] },
  { folder: 'incoming', is: 'the path of a mail', mayKnow: [...PATHS, 'guests', 'outgoing'], typesOf: ['parser'] },
  { folder: 'answers', is: 'what a message of the team becomes', mayKnow: [...PATHS, 'outgoing'] },
  {
    folder: 'guests',
    is: 'rooms of people who take part by mail alone',
    mayKnow: [...PATHS, 'outgoing'],
    typesOf: ['parser'],
  },
  {
    folder: 'begun',
    is: 'conversations that the team begins',
    mayKnow: [...PATHS, 'answers', 'matrix'],
    typesOf: ['rooms'],
  },
  {
    folder: 'archive',
    is: 'old mail that is brought in, and mail that is taken out',
    mayKnow: ['base', 'mail', 'bridge', 'db', 'handling'],
    typesOf: ['parser'],
  },
  {
    folder: 'archive/sources',
    is: 'readers of the places where old mail lies',
    mayKnow: ['base', 'mail'],
  },
  {
    folder: 'importing',
    is: 'old mail on its way into rooms',
    mayKnow: ['archive/sources', 'base', 'words', 'mail', 'bridge', 'db', 'handling', 'imap', 'matrix', 'rooms'],
    typesOf: ['parser'],
  },
  {
    folder: 'erasing',
    is: 'what is taken away again: from the homeserver when its time is over, and from everywhere when somebody asks',
    mayKnow: ['base', 'mail', 'bridge', 'db', 'handling', 'importing/patience.ts', 'matrix'],
  },
  {
    folder: 'exporting',
    is: 'conversations on their way into files',
    mayKnow: [
      'archive',
      ...['importing/patience.ts', 'importing/place-mails.ts'],
      ...['base', 'mail', 'bridge', 'db', 'handling', 'matrix'],
    ],
    typesOf: ['parser'],
  },
  {
    folder: 'inspect',
    is: 'what `mailroom inspect` finds in files of mail, and its page',
    mayKnow: ['base', 'words', 'mail', 'bridge'],
  },
  { folder: 'operations', is: 'what an operation is: asked by HTTP and by `mailroom ctl`', mayKnow: PATHS },
  {
    folder: 'commands',
    is: '`!mail …`: one command a file, with its operation',
    mayKnow: [...PATHS, 'answers', 'begun', 'guests', 'incoming', 'operations', 'outgoing'],
  },
  { folder: 'said', is: 'the path of an event', mayKnow: [...PATHS, 'answers', 'begun', 'commands', 'guests'] },
  {
    folder: 'teamwork',
    is: 'what the help desk shows, and its timers',
    mayKnow: [...PATHS, 'matrix'],
    typesOf: ['imap', 'rooms'],
  },
  { folder: 'watch', is: 'health, metrics, upkeep', mayKnow: [...PATHS, 'http'] },
  {
    folder: 'provisioning',
    is: 'the operations together: the HTTP interface and its description',
    mayKnow: [...PATHS, 'commands', 'http', 'operations'],
  },
  {
    folder: 'mailboxes',
    is: 'mailboxes that members bring themselves: their login on a page',
    mayKnow: ['base', 'words', 'mail', 'bridge', 'db', 'handling', 'imap', 'logins', 'smtp', 'web'],
  },
  { folder: 'web', is: 'pages for people: the listener, the layout', mayKnow: ['base', 'words', 'http'] },
  {
    folder: 'app',
    is: 'the composition root: builds the parts, starts and stops them in order',
    mayKnow: 'everything',
  },
  {
    folder: 'check',
    is: 'what `mailroom check` tries: one part of a Mailroom a file',
    mayKnow: 'everything',
  },
  {
    folder: 'cli',
    is: 'the command line: one command a file; `program.ts` loads the one that is asked for',
    mayKnow: 'everything',
  },
  { folder: 'main.ts', is: 'the first moments of the process', mayKnow: ['base/memory.ts', 'cli'] },
];

/** Packages and modules of Node with effects: none of them in a pure folder. */
export const effects: readonly string[] = [
  'pg',
  'imapflow',
  'nodemailer',
  'matrix-appservice-bridge',
  'matrix-appservice',
  'winston',
  'prom-client',
  'node:net',
  'node:tls',
  'node:http',
  'node:https',
  'node:dgram',
  'node:dns',
  'node:dns/promises',
  'node:fs',
  'node:fs/promises',
  'node:child_process',
  'node:worker_threads',
];

/** The table of docs/design.md, a line a row. */
export function lawTable(folders: readonly FolderLaw[]): string[][] {
  const list = (names: readonly string[]): string =>
    names.map((name) => `\`${name}${name.endsWith('.ts') ? '' : '/'}\``).join(', ');
  return folders.map(({ folder, is, mayKnow, typesOf = [], pure }) => {
    const values = mayKnow === 'everything' ? 'everything' : list(mayKnow);
    const types = typesOf.length === 0 ? '' : `the types of ${list(typesOf)}`;
    const knows = [values, types].filter((part) => part !== '').join('; ');
    return [list([folder]), knows === '' ? 'nothing of ours' : knows, pure === true ? `pure: ${is}` : is];
  });
}
