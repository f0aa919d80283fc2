/**
 * Thumbnails, made by sharp in a process of its own: libvips is native code, which reads what strangers send. Failure
 * policy: a picture that breaks the process, or takes too long, has no thumbnail; the next one gets another process.
 */
import { errorCode } from '../base/errors.ts';
import { Sandbox } from '../sandbox/sandbox.ts';
import type { SandboxProcess, WallReport } from '../sandbox/sandbox.ts';
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
  const makers = new Makers(sandbox, options.limits ?? defaultThumbnailLimits);
  try {
    await sandbox.standing();
  } catch (error) {
    // Without sharp, or without a binary for this system, its program does not come up.
    if (errorCode(error) === 'sandbox-failed') return null;
    throw error;
  }
  return makers;
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

/** Milliseconds after the last picture when the process is ended, so that its memory is free. */
const IDLE = 60_000;

/** One process, which is replaced when a picture broke it, and ended when none comes. */
class Makers implements Thumbnailer {
  readonly #sandbox: Sandbox;
  readonly #limits: ThumbnailLimits;
  #maker: Maker | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(sandbox: Sandbox, limits: ThumbnailLimits) {
    this.#sandbox = sandbox;
    this.#limits = limits;
  }

  make(image: Uint8Array): Promise<Thumbnail | null> {
    const made = this.#last.then(() => this.#make(image)).catch(() => null);
    this.#last = made;
    return made;
  }

  standing(): Promise<WallReport> {
    return this.#sandbox.standing();
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#sandbox.close();
    await this.#maker?.end();
    await this.#last;
  }

  async #make(image: Uint8Array): Promise<Thumbnail | null> {
    if (this.#closed) return null;
    if (this.#idle !== null) clearTimeout(this.#idle);
    const maker = (this.#maker ??= new Maker(await this.#sandbox.start(), () => (this.#maker = null)));
    const made = await maker.make({ image, limits: this.#limits });
    this.#idle = setTimeout(() => void this.#maker?.end(), IDLE).unref();
    return made;
  }
}

/** A process, and the picture that it is at. */
class Maker {
  readonly #process: SandboxProcess;
  #answered: (thumbnail: Thumbnail | null) => void = () => undefined;

  constructor(process: SandboxProcess, gone: () => void) {
    this.#process = process;
    process.channel.listen((value) => this.#answered(thumbnailAnswer(value)));
    void process.ended.then(() => {
      gone();
      this.#answered(null);
    });
  }

  async end(): Promise<void> {
    this.#process.kill();
    await this.#process.ended;
  }

  async make(task: ThumbnailTask): Promise<Thumbnail | null> {
    this.#process.hold(true);
    const late = setTimeout(() => this.#process.kill(), (task.limits.seconds + GRACE) * 1_000);
    const made = new Promise<Thumbnail | null>((resolve) => (this.#answered = resolve));
    this.#process.channel.send(task);
    try {
      return await made;
    } finally {
      clearTimeout(late);
      this.#answered = () => undefined;
      this.#process.hold(false);
    }
  }
}
