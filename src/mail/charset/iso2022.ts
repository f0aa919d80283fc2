import iconv from 'iconv-lite';

/**
 * Decodes the seven-bit charsets that shift by escape sequences: ISO-2022-JP with its extensions (RFC 1468, 1554, and
 * the katakana and JIS X 0212 of mail programs), ISO-2022-KR (RFC 1557), ISO-2022-CN (RFC 1922, its GB 2312 part) and
 * HZ (RFC 1843). iconv-lite has none of them; each shifted run is handed to it as the EUC form of the same set.
 */
export function decodeIso2022(bytes: Uint8Array, charset: string): string {
  return charset === 'iso-2022-hz' ? decodeHz(bytes) : decodeEscapes(bytes);
}

type Set94 = 'ascii' | 'jis' | 'jis0212' | 'katakana' | 'ksc' | 'gb';

/** ESC sequences (after the ESC) and the set that they choose; G1 sets take effect after SO. */
const designations: readonly (readonly [string, Set94, 'G0' | 'G1'])[] = [
  ['(B', 'ascii', 'G0'],
  ['(J', 'ascii', 'G0'],
  ['(H', 'ascii', 'G0'],
  ['(I', 'katakana', 'G0'],
  ['$@', 'jis', 'G0'],
  ['$B', 'jis', 'G0'],
  ['$(@', 'jis', 'G0'],
  ['$(B', 'jis', 'G0'],
  ['$(O', 'jis', 'G0'],
  ['$(Q', 'jis', 'G0'],
  ['$(D', 'jis0212', 'G0'],
  ['$(P', 'jis0212', 'G0'],
  ['$A', 'gb', 'G0'],
  ['$(A', 'gb', 'G0'],
  ['$(C', 'ksc', 'G0'],
  ['$)C', 'ksc', 'G1'],
  ['$)A', 'gb', 'G1'],
  ['&@$B', 'jis', 'G0'],
];

function decodeEscapes(bytes: Uint8Array): string {
  let text = '';
  let g0: Set94 = 'ascii';
  let g1: Set94 = 'ksc';
  let shifted = false;
  let run: number[] = [];
  const flush = (): void => {
    if (run.length > 0) text += decodeRun(run, shifted ? g1 : g0);
    run = [];
  };
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte === 0x1b) {
      const sequence = Buffer.from(bytes.subarray(i + 1, i + 5)).toString('latin1');
      const found = designations.find(([start]) => sequence.startsWith(start));
      if (found !== undefined) {
        flush();
        if (found[2] === 'G0') g0 = found[1];
        else g1 = found[1];
        i += found[0].length;
      }
    } else if (byte === 0x0e || byte === 0x0f) {
      flush();
      shifted = byte === 0x0e;
    } else if (byte === 0x0a || byte === 0x0d) {
      // RFC 1468: every line begins and ends in ASCII; a sender that forgot to shift back costs one line, not the rest.
      flush();
      text += String.fromCharCode(byte);
      if (byte === 0x0a) [g0, shifted] = ['ascii', false];
    } else {
      run.push(byte);
    }
  }
  flush();
  return text;
}

function decodeRun(run: readonly number[], set: Set94): string {
  if (set === 'ascii') return Buffer.from(run).toString('latin1');
  if (set === 'ksc') return iconv.decode(eightBit(run), 'cp949');
  if (set === 'gb') return iconv.decode(eightBit(run), 'gb18030');
  if (set === 'katakana')
    return iconv.decode(Buffer.from(run.flatMap((byte) => (byte > 0x20 ? [0x8e, byte | 0x80] : [byte]))), 'euc-jp');
  if (set === 'jis') return iconv.decode(eightBit(run), 'euc-jp');
  const pairs = run.flatMap((byte, i) => (byte <= 0x20 ? [byte] : i % 2 === 0 ? [0x8f, byte | 0x80] : [byte | 0x80]));
  return iconv.decode(Buffer.from(pairs), 'euc-jp');
}

function eightBit(run: readonly number[]): Buffer {
  return Buffer.from(run.map((byte) => (byte > 0x20 ? byte | 0x80 : byte)));
}

function decodeHz(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/~\{([^~\r\n]*(?:~(?!\})[^~\r\n]*)*)(?:~\}|(?=[\r\n]|$))|~~|~\r?\n/g, (whole, gb: string | undefined) =>
      gb === undefined ? (whole === '~~' ? '~' : '') : decodeRun([...Buffer.from(gb, 'latin1')], 'gb'),
    );
}
