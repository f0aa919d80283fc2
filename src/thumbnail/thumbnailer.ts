/**
 * Thumbnails, made by sharp in a process of its own: libvips is native code, which reads what strangers send. Failure
 * policy: a picture that breaks the process, or takes too long, has no thumbnail; the next one gets another process.
 */
import { errorCode } from '../base/errors.ts';
import { Sandbox } from '../sandbox/sandbox.ts';
import type { WallReport } from '../sandbox/sandbox.ts';
import { SingleChild } from '../sandbox/single-child.ts';
import { thumbnailAnswer } from './protocol.ts';
import type { Thumbnail, ThumbnailLimits, ThumbnailTask } from './protocol.ts';

/**
 * Enough for photographs and scans, and no more than a second of work for most.
 *
 * @internal Exported for tests that go by its value.
 */
export const defaultThumbnailLimits: ThumbnailLimits = { width: 800, height: 600, maxPixels: 50_000_000, seconds: 10 };

/** Bytes of an answer: a PNG of 800 by 600 that nothing could be saved of, and more. */
const LARGEST_ANSWER = 8 * 2 ** 20;
/** Seconds beyond those of the limits after which the process is ended: sharp counts its own work only. */
const GRACE = 5;
/** Memory of the process beside its heap, MiB: 50 million pixels of four bytes, several times. */
const BESIDE = 1024;

export interface Thumbnailer {
  /**
   * The thumbnail of a picture; null where it cannot be read, is too large, or is no larger than its thumbnail. One
   * picture after the other: each may take much memory for a moment. Never rejects.
   */
  make(image: Uint8Array): Promise<Thumbnail | null>;
  /** What stands around its process. Rejects with a MailroomError where there is none. */
  standing(): Promise<WallReport>;
  close(): Promise<void>;
}

/**
 * A thumbnailer over sharp, which is an optional dependency: null where it is not installed or does not run on this
 * system. Then messages go without thumbnails and the homeserver makes its own. `close` must be called.
 */
export async function createThumbnailer(
  options: {
    readonly limits?: ThumbnailLimits;
    /** For tests: another program in place of the own one. */
    readonly script?: URL;
  } = {},
): Promise<Thumbnailer | null> {
  const own = import.meta.url.endsWith('.ts') ? './thumbnail-process.ts' : './thumbnail-process.js';
  const sandbox = new Sandbox({
    script: options.script ?? new URL(own, import.meta.url),
    folders: ['base', 'thumbnail', 'sandbox'],
    addons: true,
    env: { VIPS_BLOCK_UNTRUSTED: '1' },
    heap: 64,
    beside: BESIDE,
    largest: LARGEST_ANSWER,
  });
  const maker = new Maker(sandbox, options.limits ?? defaultThumbnailLimits);
  try {
    await sandbox.standing();
  } catch (error) {
    // Without sharp, or without a binary for this system, its program does not come up.
    if (errorCode(error) === 'sandbox-failed') return null;
    throw error;
  }
  return maker;
}

/**
 * A thumbnailer whose process is started by the first picture. `started` is told what stands around it then, null where
 * sharp does not run. `close` must be called.
 */
export function thumbnailerOnDemand(
  started: (standing: WallReport | null) => void,
): Pick<Thumbnailer, 'make' | 'close'> {
  let running: Promise<Thumbnailer | null> | null = null;
  const start = async (): Promise<Thumbnailer | null> => {
    const thumbnailer = await createThumbnailer();
    started(thumbnailer === null ? null : await thumbnailer.standing());
    return thumbnailer;
  };
  return {
    make: async (image) => {
      const thumbnailer = await (running ??= start()).catch(() => null);
      return thumbnailer === null ? null : thumbnailer.make(image);
    },
    close: async () => {
      const thumbnailer = await running?.catch(() => null);
      await thumbnailer?.close();
    },
  };
}

/** Its process, one picture at a time. */
class Maker implements Thumbnailer {
  readonly #sandbox: Sandbox;
  readonly #child: SingleChild;
  readonly #limits: ThumbnailLimits;

  constructor(sandbox: Sandbox, limits: ThumbnailLimits) {
    this.#sandbox = sandbox;
    this.#child = new SingleChild(sandbox);
    this.#limits = limits;
  }

  async make(image: Uint8Array): Promise<Thumbnail | null> {
    const task: ThumbnailTask = { image, limits: this.#limits };
    const answer = this.#child.ask(task, (this.#limits.seconds + GRACE) * 1_000).catch(() => null);
    return thumbnailAnswer(await answer);
  }

  standing(): Promise<WallReport> {
    return this.#sandbox.standing();
  }

  close(): Promise<void> {
    return this.#child.close();
  }
}
