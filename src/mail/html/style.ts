/** CSS as mail carries it: inline declarations only, read without a layout. */

/** Declarations of a style attribute, names and values in lower case. Later ones win. */
export type Style = ReadonlyMap<string, string>;

const noStyle: Style = new Map();

/** Reads at most 4,000 characters of a style attribute; what is not a declaration is left out. */
export function parseStyle(text: string | undefined): Style {
  if (text === undefined || text === '') return noStyle;
  const style = new Map<string, string>();
  for (const declaration of text.slice(0, 4000).toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 1) continue;
    const value = declaration.slice(colon + 1).replace('!important', '');
    style.set(declaration.slice(0, colon).trim(), value.trim());
  }
  return style;
}

/** A length in CSS pixels; null where there is none or it depends on something else (`auto`, a percentage). */
export function pixels(value: string | undefined): number | null {
  const match = /^(-?\d{0,6}(?:\.\d{1,6})?)(px|pt|em|rem|ex|cm|mm|in|pc)?$/.exec(value ?? '');
  if (!match || match[1] === '' || match[1] === '-') return null;
  const factor: Record<string, number> = { pt: 4 / 3, em: 16, rem: 16, ex: 8, cm: 37.8, mm: 3.78, in: 96, pc: 16 };
  return Number(match[1]) * (factor[match[2] ?? 'px'] ?? 1);
}

/** Top and bottom of a `margin` or `padding`, in pixels; null where the style does not say. */
export function verticalSpace(
  style: Style,
  property: 'margin' | 'padding',
): { top: number | null; bottom: number | null } {
  const parts = (style.get(property) ?? '').split(/\s+/);
  const top = pixels(style.get(`${property}-top`) ?? parts[0]);
  const bottom = pixels(style.get(`${property}-bottom`) ?? parts[2] ?? parts[0]);
  return { top, bottom };
}

/** Whether a border of that side is drawn. */
export function hasBorder(style: Style, side: 'top' | 'left' | 'right' | 'bottom'): boolean {
  const drawn = (value: string | undefined) =>
    value === undefined
      ? null
      : !/\b(none|hidden)\b/.test(value) &&
        /\b(solid|dashed|dotted|double|groove|ridge)\b/.test(value) &&
        !/(^|\s)0(px|pt)?(\s|$)/.test(value);
  return drawn(style.get(`border-${side}`)) ?? drawn(style.get('border')) ?? false;
}

/**
 * True where a mail program shows nothing of an element (preheaders, print-only blocks). `mso-hide` alone does not
 * count: it hides from Outlook what all others show.
 */
export function isHidden(style: Style): boolean {
  if (style.get('display') === 'none') return true;
  if (style.get('visibility') === 'hidden' || style.get('visibility') === 'collapse') return true;
  if (style.has('opacity') && Number(style.get('opacity')) === 0) return true;
  const clipped = style.get('overflow') === 'hidden' || style.has('max-height');
  return clipped && (pixels(style.get('max-height')) === 0 || pixels(style.get('height')) === 0);
}

/** True, false, or null where the style does not set the size of text. A text of a pixel or less cannot be read. */
export function hasNoSize(style: Style): boolean | null {
  const value = style.get('font-size');
  if (value === undefined) return null;
  if (/^0+(\.0+)?%?$/.test(value)) return true;
  const size = pixels(value);
  return size === null ? false : size <= 1.5;
}

/** True, false, or null where the style does not say. */
export function isBold(style: Style): boolean | null {
  const value = style.get('font-weight');
  if (value === undefined || value === 'inherit') return null;
  return value === 'bold' || value === 'bolder' || Number(value) >= 600;
}

type Rgb = readonly [number, number, number];

/** Colours by name that are neither black, white nor grey; CSS Color Level 4, section 6.1. */
const names: Readonly<Record<string, string>> = {
  red: '#ff0000',
  darkred: '#8b0000',
  maroon: '#800000',
  crimson: '#dc143c',
  firebrick: '#b22222',
  tomato: '#ff6347',
  orange: '#ffa500',
  darkorange: '#ff8c00',
  orangered: '#ff4500',
  gold: '#ffd700',
  yellow: '#ffff00',
  brown: '#a52a2a',
  green: '#008000',
  darkgreen: '#006400',
  lime: '#00ff00',
  limegreen: '#32cd32',
  lightgreen: '#90ee90',
  olive: '#808000',
  seagreen: '#2e8b57',
  forestgreen: '#228b22',
  teal: '#008080',
  aqua: '#00ffff',
  cyan: '#00ffff',
  turquoise: '#40e0d0',
  blue: '#0000ff',
  navy: '#000080',
  darkblue: '#00008b',
  mediumblue: '#0000cd',
  royalblue: '#4169e1',
  steelblue: '#4682b4',
  dodgerblue: '#1e90ff',
  lightblue: '#add8e6',
  skyblue: '#87ceeb',
  purple: '#800080',
  indigo: '#4b0082',
  violet: '#ee82ee',
  magenta: '#ff00ff',
  fuchsia: '#ff00ff',
  pink: '#ffc0cb',
  hotpink: '#ff69b4',
  deeppink: '#ff1493',
  chocolate: '#d2691e',
};

function rgb(value: string): Rgb | null {
  const text = names[value] ?? value;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  const twice = (digit: string | undefined) => parseInt((digit ?? '0').repeat(2), 16);
  if (short) return [twice(short[1]), twice(short[2]), twice(short[3])];
  const long =
    /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(text) ?? /^([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(text);
  if (long) return [parseInt(long[1] ?? '', 16), parseInt(long[2] ?? '', 16), parseInt(long[3] ?? '', 16)];
  const call = /^rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*([,/]\s*[\d.]+%?\s*)?\)$/.exec(text);
  if (!call) return null;
  return [Math.min(255, Number(call[1])), Math.min(255, Number(call[2])), Math.min(255, Number(call[3]))];
}

const hex = (color: Rgb) => `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance, WCAG 2.2. */
function luminance(color: Rgb): number {
  const linear = (part: number) => (part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
}

const isGrey = (color: Rgb) => Math.max(...color) - Math.min(...color) < 48;

const mix = (color: Rgb, other: number, share: number): Rgb => [
  Math.round(color[0] + (other - color[0]) * share),
  Math.round(color[1] + (other - color[1]) * share),
  Math.round(color[2] + (other - color[2]) * share),
];

/** The three greys that mails name. */
const greys: Readonly<Record<string, string>> = { white: '#ffffff', black: '#000000', snow: '#fffafa' };

/** A colour on paper as `#rrggbb`; null where it cannot be told (a picture, a gradient, a variable). */
export function solidColor(value: string): string | null {
  const color = rgb(greys[value] ?? value);
  return color === null || /^rgba\(.*[,/]\s*(?:0?\.\d+|0|\d?\d%)\s*\)$/.test(value) ? null : hex(color);
}

/** True where nobody could read one colour on the other: all but the same, as white on white. */
export function isSameColor(one: string, other: string): boolean {
  const [a, b] = [rgb(one), rgb(other)];
  return a !== null && b !== null && a.every((part, at) => Math.abs(part - (b[at] ?? 0)) <= 8);
}

/**
 * The colour of text as it is shown: null for black, white and grey, which mean nothing, and otherwise the same hue
 * made light or dark enough to be read on a white and on a dark background (luminance 0.13 to 0.30: a contrast of 3:1
 * on both). Its own results come back unchanged.
 */
export function textColor(value: string): string | null {
  const color = rgb(value);
  if (!color || isGrey(color)) return null;
  const light = luminance(color);
  if (light >= 0.13 && light <= 0.3) return hex(color);
  for (let share = 0.04; share < 1; share += 0.04) {
    const tried = mix(color, light < 0.13 ? 255 : 0, share);
    const reached = luminance(tried);
    if (light < 0.13 ? reached >= 0.14 : reached <= 0.29) return isGrey(tried) ? null : hex(tried);
  }
  return null;
}

/**
 * A highlight: the colour behind a text and black or white for the text, whichever reads better; null where the colour
 * is white, black or grey.
 */
export function highlight(background: string): { readonly background: string; readonly color: string } | null {
  const behind = rgb(background);
  if (!behind || isGrey(behind)) return null;
  const light = luminance(behind);
  const onBlack = (light + 0.05) / 0.05;
  const onWhite = 1.05 / (light + 0.05);
  return { background: hex(behind), color: onBlack >= onWhite ? '#000000' : '#ffffff' };
}
