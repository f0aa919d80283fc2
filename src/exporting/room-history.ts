/**
 * The history of one room on this disk, while an export reads it: a homeserver gives it backwards and in pages, and
 * what an event became stands behind it. In memory is only where each event lies.
 */
import { open, rm, type FileHandle } from 'node:fs/promises';
import { readRoomLine } from '../bridge/exported/room-line.ts';
import type { GhostCodec } from '../bridge/ids.ts';
import type { EventId, JsonObject } from '../bridge/types.ts';

interface Place {
  readonly offset: number;
  readonly length: number;
}

export class RoomHistory {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #codec: GhostCodec;
  readonly #places = new Map<EventId, Place>();
  /** What people said and reacted to, newest first. */
  readonly #said: EventId[] = [];
  /** Edits and reactions by what they are of, newest first. */
  readonly #about = new Map<EventId, EventId[]>();
  /** What Mailroom said, by the id of its send. */
  readonly #echoes = new Map<string, EventId>();
  readonly #names = new Map<string, string>();
  #size = 0;

  private constructor(path: string, file: FileHandle, codec: GhostCodec) {
    this.#path = path;
    this.#file = file;
    this.#codec = codec;
  }

  static async create(path: string, codec: GhostCodec): Promise<RoomHistory> {
    return new RoomHistory(path, await open(path, 'wx+', 0o600), codec);
  }

  /** The next older event. */
  async add(event: JsonObject): Promise<void> {
    const line = readRoomLine(event);
    if (line === null) return;
    if (line.is === 'name') {
      // The newest is read first.
      if (!this.#names.has(line.user)) this.#names.set(line.user, line.name);
      return;
    }
    if (this.#places.has(line.event)) return;
    const isOwn = this.#codec.isOwn(line.sender);
    const echo = isOwn ? this.#codec.echoOf(event['content']) : null;
    // Signs and edits of ours are no part of what anybody said.
    if (isOwn && (line.is !== 'message' || (echo === null && line.redacted === null))) return;
    const bytes = Buffer.from(JSON.stringify(event));
    await this.#file.appendFile(bytes);
    this.#places.set(line.event, { offset: this.#size, length: bytes.length });
    this.#size += bytes.length;
    if (echo !== null) this.#echoes.set(echo, line.event);
    if (isOwn) return;
    if (line.is === 'message') {
      this.#said.push(line.event);
      return;
    }
    const about = this.#about.get(line.of);
    if (about === undefined) this.#about.set(line.of, [line.event]);
    else about.push(line.event);
  }

  /** As the room has it now; null where it is not there. */
  async event(event: EventId): Promise<JsonObject | null> {
    const place = this.#places.get(event);
    if (place === undefined) return null;
    const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(place.length), 0, place.length, place.offset);
    return JSON.parse(buffer.subarray(0, bytesRead).toString('utf8')) as JsonObject;
  }

  /** What Mailroom said for a send; null where it did not. */
  echo(send: string): EventId | null {
    return this.#echoes.get(send) ?? null;
  }

  /** What people said, oldest first. */
  said(): readonly EventId[] {
    return this.#said.toReversed();
  }

  /** What is about an event: edits and reactions, oldest first. */
  about(event: EventId): readonly EventId[] {
    return (this.#about.get(event) ?? []).toReversed();
  }

  /** Every event that something is about. */
  withSomethingAbout(): Iterable<EventId> {
    return this.#about.keys();
  }

  /** The newest display name of a user here; null for none. */
  nameOf(user: string): string | null {
    return this.#names.get(user) ?? null;
  }

  async close(): Promise<void> {
    await this.#file.close();
    await rm(this.#path, { force: true });
  }
}
