import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { MailroomError } from '../base/errors.ts';

/**
 * The bytes of a plain file alone, in pieces of at most so many: an export that somebody hands over may have a link
 * there, or a pipe that never ends.
 */
export async function* plainPieces(path: string, most = 64 * 1024): AsyncGenerator<Buffer> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    if (!(await file.stat()).isFile()) throw new MailroomError('no-file', `${basename(path)} is no plain file`);
    for (;;) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
