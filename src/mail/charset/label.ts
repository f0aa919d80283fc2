import iconv from 'iconv-lite';

/**
 * The name under which iconv-lite (or the ISO-2022 decoder) knows a label; null for none, unknown, and labels that say
 * nothing (us-ascii).
 */
export function knownCharset(label: string): string | null {
  // The longest registered label has 45 characters (IANA, character sets); what is damaged carries more behind it.
  const name = label
    .slice(0, 200)
    .toLowerCase()
    .replace(/^[\s"'=_]+/, '')
    // RFC 2231 section 5: an encoded word's charset may carry a language.
    .replace(/\*.*$/, '')
    .trim()
    .replace(/\s+/g, '-');
  const whole = charsetNamed(name.replace(/["';,>]+$/g, ''));
  return whole === undefined ? charsetAtStart(name) : whole;
}

/** As iconv-lite calls it; null for names that say nothing, undefined for what is no name. */
function charsetNamed(name: string): string | null | undefined {
  const letters = name.replace(/[^a-z0-9]/g, '');
  const alias = aliases.get(letters);
  if (alias !== undefined) return alias;
  const shifting = /^(?:cs)?iso-?2022-?(jp|kr|cn)(?:-(?:\d|ext|ms))?$/.exec(name)?.[1];
  if (shifting !== undefined) return shifting === 'jp' ? 'iso-2022-jp' : 'iso-2022-kr';
  const windows = /^(?:x-)?(?:win(?:dows)?|cp)[-_]?(125\d|874|932|936|949|950)$/.exec(name)?.[1];
  if (windows !== undefined) return windows.length === 4 || windows === '874' ? `windows-${windows}` : `cp${windows}`;
  if (letters.length < 3 || transferNames.has(letters) || /[^a-z0-9._:+()-]/.test(name)) return undefined;
  const trimmed = name.replace(/^x-/, '');
  return [name, trimmed].find((each) => each !== '' && iconv.encodingExists(each));
}

/**
 * The charset that a damaged label begins with (`iso-8859-15"; boundary=`, `windows-1252http-equivcontent-type`): the
 * longest valid name that ends where a name can end. Null where it begins with none.
 */
function charsetAtStart(label: string): string | null {
  const start = label.slice(0, 45);
  for (let end = start.length - 1; end >= 4; end -= 1) {
    const next = start.charAt(end);
    const ends = /[a-z]/.test(next) ? /\d/.test(start.charAt(end - 1)) : /[^a-z0-9]/.test(next);
    const found = ends && /[a-z0-9]/.test(start.charAt(end - 1)) ? charsetNamed(start.slice(0, end)) : undefined;
    if (found !== undefined) return found;
  }
  return null;
}

/** Names that iconv-lite takes for encodings of bytes, not of characters. */
const transferNames: ReadonlySet<string> = new Set(['base64', 'hex', 'binary', 'ucs2raw', 'utf7imap']);

/**
 * Labels of real mail that iconv-lite does not know, or knows as something narrower than what is sent; null says
 * nothing.
 */
const aliases: ReadonlyMap<string, string | null> = new Map([
  ...[
    'usascii',
    'ascii',
    'ansix341968',
    'iso646us',
    'us',
    'unknown',
    'unknown8bit',
    'xunknown',
    'default',
    'none',
    '8bit',
    '7bit',
    'xuserdefined',
    'autodetect',
    'null',
    'undefined',
  ].map((name): [string, null] => [name, null]),
  ...Object.entries({
    iso88591: 'windows-1252',
    latin1: 'windows-1252',
    l1: 'windows-1252',
    iso885911987: 'windows-1252',
    ansi: 'windows-1252',
    iso88599: 'windows-1254',
    latin5: 'windows-1254',
    iso885911: 'windows-874',
    tis620: 'windows-874',
    iso88598i: 'iso-8859-8',
    iso88598e: 'iso-8859-8',
    iso88596i: 'iso-8859-6',
    iso88596e: 'iso-8859-6',
    logical: 'iso-8859-8',
    visual: 'iso-8859-8',
    gb2312: 'gb18030',
    gb231280: 'gb18030',
    gbk: 'gb18030',
    xgbk: 'gb18030',
    euccn: 'gb18030',
    cngb: 'gb18030',
    cp936: 'gb18030',
    ksc56011987: 'cp949',
    ksc5601: 'cp949',
    euckr: 'cp949',
    xwindows949: 'cp949',
    uhc: 'cp949',
    korean: 'cp949',
    ksc56011989: 'cp949',
    big5: 'big5hkscs',
    cnbig5: 'big5hkscs',
    xxbig5: 'big5hkscs',
    xsjis: 'shift_jis',
    sjis: 'shift_jis',
    ms932: 'shift_jis',
    windows31j: 'shift_jis',
    shiftjis: 'shift_jis',
    mskanji: 'shift_jis',
    xeucjp: 'euc-jp',
    eucjp: 'euc-jp',
    jis: 'iso-2022-jp',
    cp50220: 'iso-2022-jp',
    cp50221: 'iso-2022-jp',
    cp50222: 'iso-2022-jp',
    hzgb2312: 'iso-2022-hz',
    hz: 'iso-2022-hz',
    unicode11utf7: 'utf-7',
    unicode20utf7: 'utf-7',
    csunicode11utf7: 'utf-7',
    xunicode20utf7: 'utf-7',
    utf7: 'utf-7',
    unicode11utf8: 'utf-8',
    unicode20utf8: 'utf-8',
    xunicode20utf8: 'utf-8',
    utf8: 'utf-8',
    utf8mb4: 'utf-8',
    utf8bom: 'utf-8',
    unicode: 'utf-16',
    xmaccyrillic: 'maccyrillic',
    xmacroman: 'macroman',
    macintosh: 'macroman',
    xmaccentraleurope: 'maccenteuro',
    xmacce: 'maccenteuro',
    koi8: 'koi8-r',
    xkoi8r: 'koi8-r',
    cskoi8r: 'koi8-r',
  }),
]);
