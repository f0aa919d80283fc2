/** Colours of text that can be read on a light and on a dark ground; all others are left to the mail program. */

/** `#rrggbb` in lower case, or null for what is no colour of that form or would vanish on white or on near-black. */
export function readableColor(value: string): string | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(value.trim());
  if (match === null) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => linear(Number.parseInt(part, 16) / 255));
  // WCAG 2.2 relative luminance; between these bounds the contrast is at least 3:1 against #fff and #1e1e1e alike.
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance >= 0.14 && luminance <= 0.3 ? value.trim().toLowerCase() : null;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
