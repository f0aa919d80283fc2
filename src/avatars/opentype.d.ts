/**
 * What is used of opentype.js 2.0: the types of its own catalogue bring a browser's globals along, which do not hold
 * here.
 */
declare module 'opentype.js' {
  interface Path {
    getBoundingBox(): { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
    /** SVG path data, with so many decimal places. */
    toPathData(decimalPlaces: number): string;
  }
  interface Font {
    /** 0 where the font has no such letter. */
    charToGlyphIndex(char: string): number;
    getAdvanceWidth(text: string, fontSize: number): number;
    getPath(text: string, x: number, y: number, fontSize: number): Path;
  }
  const opentype: {
    /** TrueType, OpenType or WOFF 1. Throws where the bytes are no font. */
    parse(bytes: ArrayBuffer): Font;
  };
  export = opentype;
}
