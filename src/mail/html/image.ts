import type { Element } from 'domhandler';
import { cleanText, plainMarks, type Marks, type Run } from './model.ts';
import { parseStyle, pixels } from './style.ts';

/** A picture that is written into the HTML itself. */
export interface EmbeddedImage {
  /** Media type in lower case. */
  readonly type: string;
  /** As it stands in the mail. */
  readonly base64: string;
  readonly alt: string;
}

/** What may become of images. A null means: it cannot be shown, its alternative text stands for it. */
export interface ImageRules {
  /** The mxc URI (or a placeholder of that scheme) of the part with this Content-ID (without angle brackets). */
  readonly cid: (contentId: string) => string | null;
  /** The same for a source that is no `cid:`: the address of a part (RFC 2557), or its bare Content-ID or name. */
  readonly located: (src: string) => string | null;
  /** The same for a `data:` image. */
  readonly embedded: (image: EmbeddedImage) => string | null;
  /** Whether an mxc URI in the HTML is one of ours. A foreign one would be fetched from its server: a tracker. */
  readonly own: (src: string) => boolean;
  /** Whether text in the colour of what is behind it is left out. */
  readonly seenOnly: boolean;
  /** The mark in place of an image that is not shown. */
  readonly mark: (alt: string) => string;
}

/** What was met; the reader counts here. */
export interface ReadImage {
  readonly usedCids: Set<string>;
  remote: number;
  embedded: number;
  missing: number;
  /** Pieces of text in the colour of what is behind them. */
  unseen: number;
}

const maxSide = 4096;

function side(element: Element, name: 'width' | 'height'): number | null {
  const value = element.attribs[name];
  const number = pixels(
    value === undefined ? parseStyle(element.attribs['style']).get(name) : value.trim().toLowerCase(),
  );
  return number === null || number < 0 || number > maxSide ? null : Math.round(number);
}

function sourceOf(src: string, alt: string, rules: ImageRules, met: ReadImage): string | null {
  if (/^cid:/i.test(src)) {
    const id = contentId(src.slice(4));
    const uri = rules.cid(id);
    if (uri === null) met.missing += 1;
    else met.usedCids.add(id);
    return uri;
  }
  const data = /^data:(image\/[a-z0-9.+-]{1,40})[^,]{0,100};base64,/i.exec(src);
  if (data) {
    met.embedded += 1;
    return rules.embedded({ type: (data[1] ?? '').toLowerCase(), base64: src.slice(data[0].length), alt });
  }
  if (src.startsWith('mxc://') && rules.own(src)) return src;
  if (src === '') return null;
  const located = rules.located(src);
  if (located !== null) return located;
  // What is relative leads to no server; RFC 3986 section 4.2.
  if (/^(?:[a-z][a-z0-9+.-]{0,30}:)?\/\//i.test(src) && !/^file:/i.test(src)) met.remote += 1;
  else met.missing += 1;
  return null;
}

function contentId(text: string): string {
  try {
    return decodeURIComponent(text).replace(/^<|>$/g, ''); // RFC 2392 section 2
  } catch {
    return text; // Many mail programs do not encode the percent sign.
  }
}

const isMxc = (uri: string) => /^mxc:\/\/[A-Za-z0-9.:_[\]-]{1,255}\/[A-Za-z0-9_~.=-]{1,255}$/.test(uri);

/**
 * What an image becomes: the image where it came with the mail, an emoji where it stands for one, else a mark with its
 * alternative text; nothing for what only measures or decorates. Never anything that a client would fetch from
 * elsewhere. `alone` says that it is all the text that its link has.
 */
export function readImage(
  element: Element,
  marks: Marks,
  alone: boolean,
  rules: ImageRules,
  met: ReadImage,
): Run | null {
  const alt = tidy(element.attribs['alt']);
  // Custom emoji of Matrix (MSC2545): a picture that stands for its shortcode.
  if (element.attribs['data-mx-emoticon'] !== undefined && alt !== '') return { kind: 'text', text: alt, marks };
  const width = side(element, 'width');
  const height = side(element, 'height');
  const src = sourceOf((element.attribs['src'] ?? '').trim(), alt, rules, met);
  if (src !== null && isMxc(src)) {
    return { kind: 'image', src, alt, title: tidy(element.attribs['title']), width, height, marks: imageMarks(marks) };
  }
  // Gmail's and others' emoji are pictures with the emoji as their text.
  if (
    /^\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200d\ufe0f]{0,12}$/u.test(
      alt,
    )
  ) {
    return { kind: 'text', text: alt, marks };
  }
  const tiny = (width !== null && width <= 5) || (height !== null && height <= 5);
  if (alt === '' && !alone && !((width ?? 0) >= 48 && (height ?? 0) >= 48)) return null;
  if (tiny && alt === '') return null;
  return { kind: 'text', text: rules.mark(alt), marks: linkOnly(marks) };
}

const tidy = (text: string | undefined) =>
  cleanText((text ?? '').slice(0, 500))
    .replace(/[\s\u2066-\u2069]+/g, ' ')
    .trim();

/** Of the marks around an image only the link and the spoiler stay: colours and weight mean nothing on it. */
const imageMarks = (marks: Marks): Marks => ({ ...linkOnly(marks), spoiler: marks.spoiler });

const linkOnly = (marks: Marks): Marks => ({ ...plainMarks, href: marks.href });
