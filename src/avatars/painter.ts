/**
 * Pictures of ghosts, painted in a process of its own: the renderer and the fonts hold 50 MB, and are needed once for
 * each pair of letters. Failure policy: a picture that cannot be painted is an error of its own; the next one gets
 * another process.
 */
import { errorCode, MailroomError } from '../base/errors.ts';
import type { AvatarFacts } from '../bridge/room/avatar.ts';
import { Sandbox } from '../sandbox/sandbox.ts';
import { SingleChild } from '../sandbox/single-child.ts';

/** Bytes of an answer; a picture has less than 10 kB. */
const LARGEST_ANSWER = 2 ** 20;
/** Milliseconds of one picture; it takes a few. */
const MOST_TIME = 30_000;
/** Memory of the process: JavaScript heap, and beside it, MiB. */
const HEAP = 64;
const BESIDE = 512;

export interface AvatarPainter {
  /** Makes a square PNG. Rejects where the renderer fails. */
  paint(avatar: AvatarFacts): Promise<Uint8Array>;
  close(): Promise<void>;
}

/**
 * A painter over sharp, which is an optional dependency: null where it is not installed or does not run on this system;
 * ghosts then have no pictures. `close` must be called.
 */
export async function createAvatarPainter(): Promise<AvatarPainter | null> {
  const own = import.meta.url.endsWith('.ts') ? './avatar-process.ts' : './avatar-process.js';
  const sandbox = new Sandbox({
    script: new URL(own, import.meta.url),
    folders: ['avatars', 'base', 'sandbox'],
    addons: true,
    heap: HEAP,
    beside: BESIDE,
    largest: LARGEST_ANSWER,
  });
  try {
    await sandbox.standing();
  } catch (error) {
    // Without sharp, or without a binary for this system, its program does not come up.
    if (errorCode(error) === 'sandbox-failed') return null;
    throw error;
  }
  const child = new SingleChild(sandbox);
  return {
    paint: async (avatar) => {
      const answer = await child.ask(avatar, MOST_TIME);
      if (!hasPng(answer)) throw new MailroomError('not-painted', 'the process that paints pictures gave none');
      return answer.png;
    },
    close: () => child.close(),
  };
}

function hasPng(answer: unknown): answer is { readonly png: Uint8Array } {
  return typeof answer === 'object' && answer !== null && 'png' in answer && answer.png instanceof Uint8Array;
}
