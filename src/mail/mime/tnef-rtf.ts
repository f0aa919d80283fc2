/** The bytes that the dictionary begins with (MS-OXRTFCP section 2.1.2.1). */
const beginning = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS ' +
    'Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par ' +
    '\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
);

/**
 * Expands compressed RTF (MS-OXRTFCP). What is damaged gives what came before the damage; null where it is no
 * compressed RTF, or nothing came. `most` bounds the result, bytes.
 */
export function expandRtf(bytes: Buffer, most: number): Buffer | null {
  if (bytes.length < 16) return null;
  const kind = bytes.toString('latin1', 8, 12);
  const size = Math.min(bytes.readUInt32LE(4), most);
  if (kind === 'MELA') return Buffer.from(bytes.subarray(16, 16 + size));
  if (kind !== 'LZFu') return null;
  const window = Buffer.alloc(4096);
  beginning.copy(window);
  let write = beginning.length;
  const out = Buffer.alloc(Math.min(size, bytes.length * 18));
  let length = 0;
  const put = (byte: number): void => {
    if (length < out.length) out[length++] = byte;
    window[write] = byte;
    write = (write + 1) % 4096;
  };
  let at = 16;
  while (at < bytes.length && length < out.length) {
    const control = bytes[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < bytes.length; bit += 1) {
      if ((control & (1 << bit)) === 0) put(bytes[at++] ?? 0);
      else {
        const reference = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
        at += 2;
        const offset = reference >> 4;
        // A reference to the place of writing ends the text.
        if (offset === write) return out.subarray(0, length);
        for (let i = 0; i < (reference & 15) + 2; i += 1) put(window[(offset + i) % 4096] ?? 0);
      }
    }
  }
  return length === 0 ? null : out.subarray(0, length);
}
