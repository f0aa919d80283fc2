/** The events of an imported mail on their way into its room: by whom, when, and with which files. */
import type { Account } from '../bridge/account/account.ts';
import { SMALL_FILE } from '../bridge/imported/import-rooms.ts';
import type { GhostCodec, IdKey } from '../bridge/ids.ts';
import { sayAsBot, shortened } from '../bridge/to-matrix/replacement.ts';
import { withoutPreviews } from '../bridge/to-matrix/link-previews.ts';
import { placeFiles } from '../bridge/to-matrix/files.ts';
import type { EventId, JsonObject, PartSend, UserId } from '../bridge/types.ts';
import type { Import } from '../db/archive-tables/imports.ts';
import type { RoomRow } from '../db/room-tables/rooms.ts';
import { megabytes } from '../mail/size.ts';
import type { Address } from '../mail/types.ts';
import type { MatrixClient } from '../matrix/client.ts';
import type { ActingUser, Ghosts } from '../matrix/ghosts.ts';
import { classifyRefusal } from '../matrix/repair.ts';
import { filledContent, noticeInstead } from '../rooms/send-files.ts';
import type { FileDeps } from '../rooms/send-files.ts';
import { words } from '../words/words.ts';
import { RefusedError } from './patience.ts';
import type { Patience } from './patience.ts';

export interface SayDeps extends FileDeps {
  readonly ids: IdKey;
  readonly codec: GhostCodec;
  readonly client: MatrixClient;
  readonly ghosts: Ghosts;
  readonly patience: Patience;
  readonly account: Account;
  readonly importing: Import;
  /** Whether the homeserver gives events the times of their mails. */
  readonly takesTimes: boolean;
}

/** An event, its time, and the first event of its conversation where the room has several. */
export interface Saying {
  readonly send: PartSend;
  readonly ts: number;
  readonly root: EventId | null;
}

interface Speaker extends ActingUser {
  readonly isBot: boolean;
}

type Put = (content: JsonObject, speaker: ActingUser) => Promise<EventId>;

/** Says events in one room, one at a time; who has spoken there is known from then on. */
export class RoomVoice {
  readonly #deps: SayDeps;
  readonly #room: RoomRow;
  /** Who is in the room, under which name. */
  readonly #speakers = new Map<UserId, { readonly name: string; readonly speaker: Speaker }>();

  constructor(deps: SayDeps, room: RoomRow) {
    this.#deps = deps;
    this.#room = room;
  }

  /** Throws StoppedError, and RefusedError where the homeserver takes it in no form. */
  async say({ send, ts, root }: Saying): Promise<EventId> {
    const { patience, ids, importing, client, takesTimes } = this.#deps;
    const put: Put = (content, speaker) => {
      const relation = root === null ? {} : { 'm.relates_to': { rel_type: 'm.thread', event_id: root } };
      const whole = withoutPreviews(send.type, { ...content, ...relation });
      const txn = ids.txn(send.send, speaker.user, importing.keyVersion);
      return client.send(this.#room.room, send.type, txn, whole, { ...speaker, ...(takesTimes ? { ts } : {}) });
    };
    const speaker = await this.#speaker(send);
    const content = await patience.through(() => this.#filled(send, speaker));
    const said = speaker.isBot && send.sender !== this.#deps.codec.bot ? this.#byBot(send, content) : content;
    try {
      return await patience.through(() => put(said, speaker));
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      this.#speakers.delete(send.sender);
      return await this.#mend(send, said, { put, error });
    }
  }

  /** What is refused once more after that is refused. */
  async #mend(
    send: PartSend,
    content: JsonObject,
    { put, error }: { readonly put: Put; readonly error: RefusedError },
  ): Promise<EventId> {
    const { patience, ghosts, codec, account } = this.#deps;
    switch (classifyRefusal(error.cause)) {
      case 'too-large': {
        const short = shortened(content, account.language);
        if (short === null) throw error;
        const speaker = await this.#speaker(send);
        return patience.through(() => put(short, speaker));
      }
      case 'device': {
        const speaker = await patience.through(() => ghosts.renew(send.sender));
        return patience.through(() => put(content, speaker));
      }
      default: {
        if (send.sender === codec.bot) throw error;
        const bot = await patience.through(() => ghosts.bot());
        return patience.through(() => put(this.#byBot(send, content), bot));
      }
    }
  }

  #byBot({ sender, senderName }: PartSend, content: JsonObject): JsonObject {
    const { codec, account } = this.#deps;
    return sayAsBot(content, senderName ?? codec.address(sender) ?? sender, 'kept-out', account.language);
  }

  async #speaker({ sender, senderName }: PartSend): Promise<Speaker> {
    const name = senderName ?? '';
    const known = this.#speakers.get(sender);
    if (known?.name === name) return known.speaker;
    const speaker = await this.#enter(sender, senderName);
    this.#speakers.set(sender, { name, speaker });
    return speaker;
  }

  /** The sender in the room under its name; the bot where the homeserver does not let it in. */
  async #enter(sender: UserId, name: string | null): Promise<Speaker> {
    const { patience, ghosts, codec } = this.#deps;
    const bot = async () => ({ ...(await patience.through(() => ghosts.bot())), isBot: true });
    if (sender === codec.bot) return bot();
    try {
      const address: Address | null = codec.address(sender);
      const ghost = await patience.through(() => ghosts.ensure(sender, address));
      await patience.through(() => ghosts.join(this.#room, ghost, name ?? address ?? sender));
      return { ...ghost, isBot: false };
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      return bot();
    }
  }

  /** The content with its files uploaded, as far as they are brought in. */
  async #filled(send: PartSend, { user }: ActingUser): Promise<JsonObject> {
    const { importing, account } = this.#deps;
    const [only] = send.files;
    const isLeft = (size: number): boolean =>
      importing.attachments === 'none' || (importing.attachments === 'small' && size > SMALL_FILE);
    if (only !== undefined && send.content['url'] === only.placeholder && isLeft(only.size)) {
      const facts = { name: only.name, size: megabytes(only.size) };
      return noticeInstead(send, words(account.language)('room-file-left-out', facts));
    }
    const left = send.files.filter(({ size }) => isLeft(size));
    const content = placeFiles(send.content, new Map(left.map(({ placeholder }) => [placeholder, null])));
    const files = send.files.filter(({ size }) => !isLeft(size));
    return filledContent(this.#deps, account, { ...send, content, files }, user);
  }
}
