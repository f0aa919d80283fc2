import type { FileHead, FileSink } from '../mime/parts.ts';
import { isPasswordProtected, protectionSample } from '../mime/secure.ts';

/** A file of a mail whose bytes say something to people; a long one is cut. */
export interface KeptFile {
  readonly index: number;
  readonly kind: 'calendar' | 'contact' | 'mail' | 'text' | 'html';
  readonly name: string;
  readonly bytes: Buffer;
  readonly whole: boolean;
}

/** Most bytes that are held of one file of a kind. */
const most: Readonly<Record<KeptFile['kind'], number>> = {
  calendar: 1024 * 1024,
  contact: 1024 * 1024,
  // The beginning: a preview is made of it.
  mail: 512 * 1024,
  // For what is searched: nobody is shown it.
  text: 256 * 1024,
  html: 256 * 1024,
};
/** Most bytes that are held of all files of one mail together. */
const mostOfAll = 24 * 1024 * 1024;

/**
 * Looks at the files of a mail while it is read: holds the small ones that can be told in words, within bounds, and
 * finds those that ask for a password.
 */
export class Collector {
  readonly held: KeptFile[] = [];
  /** Indexes of files that are password protected. */
  readonly locked: number[] = [];
  private left = mostOfAll;

  watch(head: FileHead): FileSink {
    const kind = kindOf(head);
    const limit = kind === null ? 0 : Math.min(most[kind], this.left);
    this.left -= limit;
    const sample = new Sample(Math.max(limit, protectionSample));
    return {
      write: (bytes) => sample.write(bytes),
      end: (name) => {
        const beginning = sample.beginning();
        if (isPasswordProtected(beginning.subarray(0, protectionSample), sample.end())) this.locked.push(head.index);
        this.left += limit;
        if (kind === null || limit === 0) return;
        const bytes = beginning.subarray(0, limit);
        this.left -= bytes.length;
        this.held.push({ index: head.index, kind, name, bytes, whole: sample.size === bytes.length });
      },
    };
  }
}

function kindOf({ type, name }: FileHead): KeptFile['kind'] | null {
  if (/^(?:text\/(?:x-)?(?:i?calendar|vcalendar)|application\/ics)$/.test(type) || /\.ics$/i.test(name))
    return 'calendar';
  if (/^text\/(?:x-)?(?:vcard|directory)$/.test(type) || /\.vcf$/i.test(name)) return 'contact';
  if (type === 'message/rfc822' || type === 'message/global') return 'mail';
  if (/^text\/html$|^application\/xhtml\+xml$/.test(type)) return 'html';
  return /^text\/|^application\/(?:json|xml|csv|yaml|x-yaml|x-subrip)$/.test(type) || TEXT_NAME.test(name)
    ? 'text'
    : null;
}

/** Names of files that programs send as `application/octet-stream`. */
const TEXT_NAME = /\.(?:txt|csv|tsv|md|log|json|xml|ya?ml|srt)$/i;

/** The beginning of a file, and of those whose end tells about a password also that. */
class Sample {
  size = 0;
  private readonly limit: number;
  private readonly start: Buffer[] = [];
  private started = 0;
  private readonly tail: Buffer[] = [];
  private tailed = 0;
  private wantsTail: boolean | null = null;

  constructor(limit: number) {
    this.limit = limit;
  }

  write(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.size += bytes.length;
    if (this.started < this.limit) {
      // A decoder may reuse what it gives.
      const part = Buffer.from(bytes.subarray(0, this.limit - this.started));
      this.start.push(part);
      this.started += part.length;
    }
    this.wantsTail ??= /^(?:%PDF|7z\xbc\xaf|\xd0\xcf\x11\xe0)/.test(this.start[0]?.toString('latin1', 0, 4) ?? '');
    if (!this.wantsTail) return;
    this.tail.push(Buffer.from(bytes));
    this.tailed += bytes.length;
    for (let first = this.tail[0]; first && this.tailed - first.length >= protectionSample; first = this.tail[0]) {
      this.tail.shift();
      this.tailed -= first.length;
    }
  }

  beginning(): Buffer {
    return Buffer.concat(this.start);
  }

  end(): Buffer {
    return Buffer.concat(this.tail).subarray(-protectionSample);
  }
}
