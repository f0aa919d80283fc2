/**
 * Paints the pictures of `bridge/room/avatar.ts`: a font and a renderer that come as packages, no file of the system,
 * no network. Loaded by the process that paints alone (`painter.ts`).
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import opentype from 'opentype.js';
import sharp from 'sharp';
import type { AvatarFacts } from '../bridge/room/avatar.ts';

/** A font as `loadFonts` gives it. */
type Font = ReturnType<typeof opentype.parse>;

/** Pixels. Clients show 24 to 128; Synapse makes its thumbnails from it. */
const SIDE = 256;
const LETTER_SIZE = 108;

/** Scripts of one font file each; letters of others are shown as a head. */
const SUBSETS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese', 'devanagari'];

/** A head and shoulders, drawn for this. */
const HEAD = 'M128 62a38 38 0 1 1 0 76a38 38 0 1 1 0-76z M56 206c0-34 32-54 72-54s72 20 72 54z';

/** The picture as a square PNG; rejects where the renderer fails. */
export function paintAvatar(avatar: AvatarFacts, fonts: readonly Font[]): Promise<Uint8Array> {
  return sharp(Buffer.from(avatarSvg(avatar, fonts)))
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}

/** An envelope, drawn for this. */
const ENVELOPE = 'M52 82h152v20l-76 46l-76-46z M52 118l76 46l76-46v62h-152z';

/**
 * The picture as SVG: shapes only, so that it looks the same whatever fonts a system has.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function avatarSvg({ of, initials, colour }: AvatarFacts, fonts: readonly Font[]): string {
  const shape = of === 'bot' ? ENVELOPE : (lettersPath(initials, fonts) ?? HEAD);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}">` +
    `<rect width="${SIDE}" height="${SIDE}" fill="${colour}"/><path d="${shape}" fill="#ffffff"/></svg>`
  );
}

/** The fonts that letters are taken from, in this order. */
export async function loadFonts(): Promise<Font[]> {
  const { resolve } = createRequire(import.meta.url);
  return Promise.all(
    SUBSETS.map(async (subset) => {
      const bytes = await readFile(resolve(`@fontsource/noto-sans/files/noto-sans-${subset}-500-normal.woff`));
      return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    }),
  );
}

/** The outline of letters, centred; null where a letter is in none of the fonts. */
function lettersPath(letters: string, fonts: readonly Font[]): string | null {
  const chars = Array.from(letters);
  const found = chars.map((char) => ({ char, font: fonts.find((font) => font.charToGlyphIndex(char) > 0) }));
  if (chars.length === 0) return null;
  let width = 0;
  const placed = [];
  for (const { char, font } of found) {
    if (font === undefined) return null;
    placed.push({ char, font, x: width });
    width += font.getAdvanceWidth(char, LETTER_SIZE);
  }
  const [first] = placed;
  if (first === undefined) return null;
  const height = first.font.getPath('H', 0, 0, LETTER_SIZE).getBoundingBox();
  const capital = height.y2 - height.y1 || LETTER_SIZE * 0.71;
  const left = (SIDE - width) / 2;
  const baseline = (SIDE + capital) / 2;
  return placed.map(({ char, font, x }) => font.getPath(char, left + x, baseline, LETTER_SIZE).toPathData(1)).join('');
}
