/**
 * The header of a mail: what stands before its first empty line, with that line (RFC 5322 section 2.1). Of a mail that
 * has none within `most` bytes, those. The rest is not read.
 */
export async function* headerOf(source: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let read = 0;
  // How much of an empty line was just seen: its line end before, and the carriage return of its own.
  let last = '';
  for await (const piece of source) {
    const rest = piece.subarray(0, most - read);
    read += rest.length;
    for (const [at, byte] of rest.entries()) {
      if (byte === LF && (last === '\n' || last === '\n\r')) {
        yield rest.subarray(0, at + 1);
        return;
      }
      last = byte === LF ? '\n' : byte === CR && last === '\n' ? '\n\r' : '';
    }
    yield rest;
    if (read >= most) return;
  }
}

const LF = 10;
const CR = 13;
