import type { MessageKey, RoomId, ThreadId, UserId } from '../bridge/types.ts';
import type { Config } from '../config/config.ts';
import { disownMessage, dropRecipient, forgetList, forgetReference, refuseParticipant } from '../db/leftovers.ts';
import { forgetGhost } from '../db/room-tables/rooms.ts';
import type { Transaction } from '../db/pool.ts';
import { MailroomError } from '../base/errors.ts';
import { MatrixClient } from '../matrix/client.ts';
import { takePower } from '../matrix/power-levels.ts';
import { recordedRun, recordShell } from './acting.ts';
import { CONFIG_OPTION, EXIT, readArgsAndFiles, readConfig, UsageError, type Command } from './command.ts';
import { withDatabase } from './database.ts';
import { readRegistration } from '../check/read-registration.ts';

/** What can be undone in the database: with how many words, and how. */
const KINDS: Readonly<
  Record<
    string,
    { readonly words: number; readonly undo: (tx: Transaction, words: readonly string[]) => Promise<boolean> }
  >
> = {
  participant: { words: 2, undo: (tx, [thread = '', who = '']) => refuseParticipant(tx, thread as ThreadId, who) },
  list: { words: 2, undo: (tx, [thread = '', list = '']) => forgetList(tx, thread as ThreadId, list) },
  reference: { words: 2, undo: (tx, [thread = '', id = '']) => forgetReference(tx, thread as ThreadId, id) },
  recipient: { words: 2, undo: (tx, [thread = '', who = '']) => dropRecipient(tx, thread as ThreadId, who) },
  ghost: { words: 1, undo: (tx, [user = '']) => forgetGhost(tx, user as UserId) },
  colleague: { words: 1, undo: (tx, [message = '']) => disownMessage(tx, message as MessageKey) },
};

/** `mailroom undo` */
export const undoCommand: Command = {
  summary: 'undo what strangers won before an upgrade, as check lists it',
  help: `Usage: mailroom undo participant THREAD ADDRESS
       mailroom undo list THREAD LIST
       mailroom undo reference THREAD ID
       mailroom undo recipient THREAD ADDRESS
       mailroom undo ghost USER
       mailroom undo colleague MESSAGE
       mailroom undo level ROOM USER

Takes back one thing that "mailroom check" lists, which gives the whole command of each. Mailroom may run meanwhile.

  participant   has no part in the conversation any more, until somebody says so (!mail allow)
  list          the conversation is not that of the list: who writes by it is new there
  reference     an address that was taken for the id of a mail brings no mails into the conversation any more
  recipient     gets no answers of the conversation
  ghost         is forgotten; a mail makes one anew
  colleague     a mail is one from outside whose sender failed; who took part by it alone is new from now on
  level         has no power of their own in the room

  -c, --config FILE   the config file (default: $MAILROOM_CONFIG, else config.yaml)

Exit code 1 where there is no such thing (any more).
`,
  async run(args, io) {
    const { values, files } = readArgsAndFiles(args, CONFIG_OPTION);
    const [kind = '', ...given] = files;
    const words = given.map(read);
    const known = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
    if (known === undefined && kind !== 'level') throw new UsageError('Undo what? "mailroom check" lists it');
    if (words.length !== (known?.words ?? 2)) throw new UsageError(`mailroom undo ${kind} takes other words`);
    const config = readConfig(io, values.config);
    const done = await withDatabase(config, (db) =>
      known === undefined
        ? recordedRun(
            db,
            io.env,
            undone(kind, words),
            () => undoLevel(config, words),
            (is) => ({
              outcome: is ? 'done' : 'failed',
            }),
          )
        : db.transaction(async (tx) => {
            const is = await known.undo(tx, words);
            if (is) await recordShell(tx, io.env, undone(kind, words));
            return is;
          }),
    );
    io.out(done ? 'Undone.\n' : 'There is no such thing.\n');
    return done ? EXIT.ok : EXIT.failed;
  },
};

/** As `check` writes them: control characters as escapes. */
function read(word: string): string {
  return word.replace(/\\u\{([0-9a-f]{1,6})\}/g, (all, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/** What the record says of it. The last word of each kind but one is somebody, or an id that may name them. */
function undone(kind: string, words: readonly string[]) {
  const last = words.at(-1) ?? '';
  const thread = words.length > 1 && kind !== 'level' ? { thread: words[0] as ThreadId } : {};
  const whom = kind === 'colleague' ? [] : [last];
  const facts = { kind, ...(kind === 'colleague' ? { message: last } : {}) };
  return { act: 'cli.undo', ...thread, whom, facts } as const;
}

async function undoLevel(config: Config, [room = '', user = '']: readonly string[]): Promise<boolean> {
  const registration = await readRegistration(config.appservice.registration);
  if (registration === null) throw new MailroomError('registration-missing', 'there is no registration');
  const { url, ca } = config.homeserver;
  const token = registration.as_token;
  const client = new MatrixClient({ url, token, timeoutMs: 15_000, ...(ca === null ? {} : { ca }) });
  try {
    return await takePower(client, room as RoomId, user as UserId);
  } finally {
    client.close();
  }
}
