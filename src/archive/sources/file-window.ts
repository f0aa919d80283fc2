/** A file that is read on from place to place: with each look so much is read that the next ones find it there. */
import { open, type FileHandle } from 'node:fs/promises';

const WINDOW = 1024 * 1024;

export class FileWindow {
  readonly size: number;
  private readonly file: FileHandle;
  private window: Buffer = Buffer.alloc(0);
  /** Offset of the window in the file. */
  private start = 0;

  private constructor(file: FileHandle, size: number) {
    this.file = file;
    this.size = size;
  }

  static async open(path: string): Promise<FileWindow> {
    const file = await open(path);
    return new FileWindow(file, (await file.stat()).size);
  }

  /** What stands there, `length` bytes or to the end of the file, and what is behind it is read as well. */
  async read(at: number, length: number): Promise<Buffer> {
    if (!this.holds(at, length)) {
      this.window = await this.bytes(at, Math.max(length, WINDOW));
      this.start = at;
    }
    return this.window.subarray(at - this.start, at - this.start + length);
  }

  /** The same without what is behind it: of a place that somebody claims. */
  async glance(at: number, length: number): Promise<Buffer> {
    return this.holds(at, length) ? this.read(at, length) : this.bytes(at, length);
  }

  async close(): Promise<void> {
    await this.file.close();
  }

  private holds(at: number, length: number): boolean {
    return at >= this.start && Math.min(at + length, this.size) <= this.start + this.window.length;
  }

  private async bytes(at: number, length: number): Promise<Buffer> {
    const { buffer, bytesRead } = await this.file.read(Buffer.alloc(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  }
}
